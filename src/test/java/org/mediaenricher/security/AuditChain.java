package org.mediaenricher.security;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mediaenricher.harness.EmbeddedDatabase;
import org.mediaenricher.harness.Rows;

/** The audit log of one tenant: written as the server writes it, looked at and forged as its owner. */
final class AuditChain {
    private static final String ENTER = """
            select set_config('role', 'authenticated', true), set_config('request.jwt.claims', ?, true)
            """;

    private static final String WRITE = """
            insert into audit.enricher_invocations (tenant_id, user_id, role, user_role, action, subject, result)
            values (?, 'someone', 'authenticated', 'viewer', ?, '{"bucket": "b"}', 'done')
            """;

    private static final String CHECK = "select place, invocation, problem from audit.check_chain(?, ?)";

    private final EmbeddedDatabase database;
    private final UUID tenant = UUID.randomUUID();

    AuditChain(EmbeddedDatabase database) {
        this.database = database;
    }

    UUID tenant() {
        return tenant;
    }

    /** Begins a transaction as a user of the tenant. */
    Connection begin() throws SQLException {
        Connection login = database.login();
        login.setAutoCommit(false);
        enter(login);
        return login;
    }

    /** As a user of the tenant until the running transaction ends. */
    void enter(Connection login) {
        Rows.of(login, ENTER, """
                {"role": "authenticated", "sub": "someone", "app_metadata": {"tenant_id": "%s", "user_role": "viewer"}}
                """.formatted(tenant));
    }

    void write(Connection login, String action) {
        Rows.of(login, WRITE, tenant, action);
    }

    /** Writes and commits as many entries, each in a transaction of its own. */
    AuditChain with(int entries) throws SQLException {
        try (Connection login = begin()) {
            for (int n = 0; n < entries; n++) {
                enter(login);
                write(login, "act-" + n);
                login.commit();
            }
        }
        return this;
    }

    /** What is wrong with it. */
    List<Map<String, Object>> problems() throws SQLException {
        try (Connection owner = database.owner()) {
            return problems(owner, null);
        }
    }

    List<Map<String, Object>> problems(Connection owner, String expectedHead) {
        return Rows.of(owner, CHECK, tenant, expectedHead);
    }

    /** The owner in a transaction without triggers, who may do whatever an owner can. */
    Connection forger() throws SQLException {
        Connection owner = database.owner();
        owner.setAutoCommit(false);
        for (String table : List.of("enricher_invocations", "invocation_chain", "chain_heads")) {
            Rows.of(owner, "alter table audit." + table + " disable trigger user");
        }
        return owner;
    }

    /** The number of the entry at a place, the first is 1. */
    long entry(Connection owner, int place) {
        return (Long) Rows.of(
                        owner,
                        "select invocation_id from audit.invocation_chain where tenant_id = ? and position = ?",
                        tenant,
                        place)
                .get(0)
                .get("invocation_id");
    }

    String head(Connection owner) {
        return (String)
                Rows.of(owner, "select encode(hash, 'hex') as head from audit.chain_heads where tenant_id = ?", tenant)
                        .get(0)
                        .get("head");
    }

    long count(String table) throws SQLException {
        try (Connection owner = database.owner()) {
            return (Long) Rows.of(owner, "select count(*) from audit." + table + " where tenant_id = ?", tenant)
                    .get(0)
                    .get("count");
        }
    }
}

package org.mediaenricher.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mediaenricher.harness.EmbeddedDatabase;
import org.mediaenricher.harness.Rows;
import org.mediaenricher.harness.Testbed;

/** The audit log only grows, and each entry that is committed is a link of its tenant's chain. */
class AuditChainIT {
    private static final int WRITERS = 8;
    private static final int ACTS = 25;

    private final EmbeddedDatabase database = Testbed.sandbox().database();
    private final AuditChain log = new AuditChain(database);

    @Test
    void an_act_that_is_rolled_back_leaves_no_entry_and_no_link() throws SQLException {
        log.with(1);
        try (Connection login = log.begin()) {
            log.write(login, "undone");
            Rows.of(login, "set constraints all immediate");
            login.rollback();
        }
        log.with(1);
        assertThat(log.problems()).isEmpty();
        assertThat(log.count("enricher_invocations")).isEqualTo(2);
        assertThat(log.count("invocation_chain")).isEqualTo(2);
    }

    @Test
    void several_entries_of_one_act_are_several_links() throws SQLException {
        try (Connection login = log.begin()) {
            log.write(login, "first");
            log.write(login, "second");
            login.commit();
        }
        assertThat(log.problems()).isEmpty();
        assertThat(log.count("invocation_chain")).isEqualTo(2);
    }

    /** Half of the acts lock a row and then write their entry, the others the other way round. */
    @Test
    void who_writes_at_the_same_time_waits_in_line_and_never_in_a_circle() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        List<Future<Void>> all = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            boolean lockFirst = writer % 2 == 0;
            all.add(writers.submit(() -> act(lockFirst)));
        }
        for (Future<Void> one : all) {
            one.get(1, TimeUnit.MINUTES);
        }
        writers.shutdown();
        assertThat(log.problems()).isEmpty();
        assertThat(log.count("enricher_invocations")).isEqualTo(WRITERS * ACTS);
        assertThat(log.count("invocation_chain")).isEqualTo(WRITERS * ACTS);
    }

    private Void act(boolean lockFirst) throws SQLException {
        try (Connection login = log.begin()) {
            for (int n = 0; n < ACTS; n++) {
                log.enter(login);
                if (lockFirst) {
                    lockWhatAllLock(login);
                    log.write(login, "locked first");
                } else {
                    log.write(login, "locks last");
                    lockWhatAllLock(login);
                }
                login.commit();
            }
        }
        return null;
    }

    private void lockWhatAllLock(Connection login) {
        Rows.of(login, "select pg_advisory_xact_lock(?)", log.tenant().getMostSignificantBits());
    }

    @ParameterizedTest
    @ValueSource(strings = {"anon", "authenticated", "service_role", "none"})
    void no_role_of_the_server_changes_or_empties_it(String role) throws SQLException {
        log.with(1);
        for (String table : List.of("enricher_invocations", "invocation_chain", "chain_heads")) {
            for (String change :
                    List.of("update audit.%s set tenant_id = tenant_id", "delete from audit.%s", "truncate audit.%s")) {
                assertRefused(role, change.formatted(table));
            }
        }
        assertRefused(role, "select audit.append_to_chain()");
        assertRefused(role, "alter table audit.enricher_invocations disable trigger user");
    }

    @Test
    void not_even_the_owner_changes_it_as_long_as_the_triggers_are_there() throws SQLException {
        log.with(1);
        try (Connection owner = database.owner()) {
            for (String change : List.of(
                    "update audit.enricher_invocations set result = 'x'",
                    "delete from audit.enricher_invocations",
                    "truncate audit.enricher_invocations",
                    "update audit.invocation_chain set hash = ''",
                    "delete from audit.invocation_chain",
                    "truncate audit.invocation_chain",
                    "update audit.chain_heads set position = position - 1",
                    "delete from audit.chain_heads",
                    "truncate audit.chain_heads")) {
                assertThatThrownBy(() -> Rows.of(owner, change)).hasMessageContaining("append-only");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(tenant_id, user_id, role, action, result) values (?, 'another', 'authenticated', 'a', 'done')",
                "(tenant_id, user_id, role, action, result) values (?, 'someone', 'service_role', 'a', 'done')",
                "(tenant_id, user_id, role, action, result, invoked_at)"
                        + " values (?, 'someone', 'authenticated', 'a', 'done', '2020-01-01')",
                "(tenant_id, id, user_id, role, action, result)"
                        + " overriding system value values (?, 1, 'someone', 'authenticated', 'a', 'done')"
            })
    void nobody_writes_in_another_s_name_or_at_another_time(String entry) throws SQLException {
        try (Connection login = log.begin()) {
            assertThatThrownBy(() -> Rows.of(login, "insert into audit.enricher_invocations " + entry, log.tenant()))
                    .hasMessageContaining("42501"); // insufficient_privilege
        }
    }

    private void assertRefused(String role, String sql) throws SQLException {
        try (Connection login = log.begin()) {
            Rows.of(login, "select set_config('role', ?, true)", role);
            assertThatThrownBy(() -> Rows.of(login, sql)).as(role).hasMessageContaining("42501");
        }
    }
}

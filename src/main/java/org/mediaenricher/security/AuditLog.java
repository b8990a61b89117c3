package org.mediaenricher.security;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.mediaenricher.tenancy.Database;
import org.mediaenricher.tenancy.DatabaseUnavailable;
import org.mediaenricher.tenancy.RowScoped;

/** The book of what was asked, by whom, and how it ended: {@code audit.enricher_invocations}. */
@ApplicationScoped
public class AuditLog {
    private static final String INSERT = """
            insert into audit.enricher_invocations
              (tenant_id, user_id, role, user_role, action, subject, result)
            values (?, ?, ?, ?, ?, cast(? as jsonb), ?)
            """;

    @Resource(lookup = Database.JNDI)
    private DataSource database;

    /**
     * Writes down an act in the transaction that does it: both happen or neither.
     *
     * @param action what was asked, such as {@code backfill}
     * @param subject what it was about, by name
     */
    @Transactional(TxType.MANDATORY)
    @RowScoped
    public void done(Caller who, String action, Map<String, String> subject) {
        write(who, action, subject, "done");
    }

    /**
     * Writes down an act that changes nothing, such as counting, in a transaction of its own.
     *
     * @param action what was asked
     * @param subject what it was about, by name
     */
    @Transactional(TxType.REQUIRES_NEW)
    @RowScoped
    public void answered(Caller who, String action, Map<String, String> subject) {
        write(who, action, subject, "done");
    }

    /**
     * Writes down an act that was refused, in a transaction of its own, for the act's is rolled back.
     *
     * @param result the kind of refusal
     */
    @Transactional(TxType.REQUIRES_NEW)
    @RowScoped
    public void refused(Caller who, String action, Map<String, String> subject, String result) {
        write(who, action, subject, result);
    }

    private void write(Caller who, String action, Map<String, String> subject, String result) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, who.tenantOrRefuse().value());
            insert.setString(2, who.user());
            insert.setString(3, who.role().word());
            insert.setString(4, who.userRole().map(Role::word).orElse(null));
            insert.setString(5, action);
            insert.setString(
                    6,
                    Json.createObjectBuilder(Map.<String, Object>copyOf(subject))
                            .build()
                            .toString());
            insert.setString(7, result);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }
}

package org.mediaenricher.leases;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.mediaenricher.tenancy.Database;
import org.mediaenricher.tenancy.DatabaseUnavailable;
import org.mediaenricher.tenancy.RowScope;

/**
 * Nodes whose lease has run out. Their process may stand still in the middle of a transaction: fencing tokens keep it
 * from writing, and still it holds locks on what others are to take up.
 */
@ApplicationScoped
public class DeadNodes {
    /**
     * Sessions bear the name of their node, see {@code server-config/20-database.cli}; only one's own may be ended.
     * Who just woke up and has not beaten yet moves again: its sessions are left to it, the tokens see to the rest.
     */
    private static final String CUT_OFF = """
            select pg_terminate_backend(a.pid)
              from pg_stat_activity a
             where a.usename = session_user and a.state <> 'idle' and a.application_name = any (?)
               and a.state_change < clock_timestamp() - interval '5 seconds'
            """;

    @Resource(lookup = Database.JNDI)
    private DataSource database;

    @Inject
    private ThisNode node;

    /** Ends the transactions of dead nodes; what they had not committed is undone, and free. */
    @Transactional(TxType.NOT_SUPPORTED)
    public void cutOff() {
        List<String> names = RowScope.service().within(node::namesOfTheDead);
        if (names.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement cut = connection.prepareStatement(CUT_OFF)) {
            cut.setArray(
                    1,
                    connection.createArrayOf(
                            "text",
                            names.stream().map(name -> "media-enricher " + name).toArray()));
            cut.execute();
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }
}

package org.mediaenricher.queue;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.mediaenricher.tenancy.Database;
import org.mediaenricher.tenancy.DatabaseUnavailable;
import org.mediaenricher.tenancy.RowScoped;

/** Sums up what ended, minute by minute, for {@link QueueNumbers} not to read every job. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
@RowScoped
class Rollups {
    private static final String ROLL_UP = "select enricher.roll_up_jobs()";

    @Resource(lookup = Database.JNDI)
    private DataSource database;

    /**
     * Rolls up the next hour, or what there is of it.
     *
     * @return whether there is more
     */
    boolean next() {
        try (Connection connection = database.getConnection();
                PreparedStatement rollUp = connection.prepareStatement(ROLL_UP);
                ResultSet row = rollUp.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }
}

package org.mediaenricher.harness;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Keeps everybody from writing to a table until it is closed; reading goes on. So a run can be looked at in the
 * middle, however fast the machine is: with {@code public.media_assets} locked its survey is done and its first
 * chunks wait.
 */
public final class TableLock implements AutoCloseable {
    private final Connection owner;

    private TableLock(Connection owner) {
        this.owner = owner;
    }

    /** Waits for who writes to it now. */
    public static TableLock on(EmbeddedDatabase database, String table) {
        try {
            Connection owner = database.owner();
            owner.setAutoCommit(false);
            Rows.of(owner, "lock table " + table + " in share mode");
            return new TableLock(owner);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            owner.rollback();
            owner.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

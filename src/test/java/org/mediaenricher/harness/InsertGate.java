package org.mediaenricher.harness;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Holds up everybody who adds rows to a table, until it is closed; all else goes on, updates too. So a run can be met
 * in the middle of a chunk that only adds.
 */
public final class InsertGate implements AutoCloseable {
    private static final int KEY = 4711;

    private static final String SHUT = """
            create function pg_temp.wait_at_gate() returns trigger language plpgsql as $$
            begin
              perform pg_advisory_xact_lock_shared(%d);
              return null;
            end $$;
            create trigger gate before insert on %s
              for each statement execute function pg_temp.wait_at_gate()
            """;

    private static final String WAITING =
            "select count(*) from pg_locks where locktype = 'advisory' and objid = ? and not granted";

    private final Connection owner;
    private final String table;

    private InsertGate(Connection owner, String table) {
        this.owner = owner;
        this.table = table;
    }

    /** Shuts the gate of a table. */
    public static InsertGate before(EmbeddedDatabase database, String table) {
        try {
            Connection owner = database.owner();
            Rows.of(owner, "select pg_advisory_lock(?)", KEY);
            Rows.of(owner, SHUT.formatted(KEY, table));
            return new InsertGate(owner, table);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether somebody waits at the gate now. */
    public boolean someoneWaits() {
        return (Long) Rows.of(owner, WAITING, KEY).get(0).get("count") > 0;
    }

    /** Lets everybody pass. The gate itself goes only when it is closed, which waits for who is within. */
    public void open() {
        Rows.of(owner, "select pg_advisory_unlock(?)", KEY);
    }

    @Override
    public void close() {
        try (owner) {
            Rows.of(owner, "select pg_advisory_unlock(?)", KEY);
            Rows.of(owner, "drop trigger gate on " + table);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

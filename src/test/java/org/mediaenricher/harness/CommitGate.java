package org.mediaenricher.harness;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Holds up everybody who added rows to a table at the very end, when all else of their transaction is done and it is
 * about to commit. So a process can be killed between its last statement and its commit.
 */
public final class CommitGate implements AutoCloseable {
    private static final int KEY = 4712;

    private static final String SHUT = """
            create function pg_temp.wait_at_commit() returns trigger language plpgsql as $$
            begin
              perform pg_advisory_xact_lock_shared(%d);
              return null;
            end $$;
            create constraint trigger commit_gate after insert on %s
              deferrable initially deferred
              for each row execute function pg_temp.wait_at_commit()
            """;

    private static final String WAITING =
            "select count(*) from pg_locks where locktype = 'advisory' and objid = ? and not granted";

    private final Connection owner;
    private final String table;

    private CommitGate(Connection owner, String table) {
        this.owner = owner;
        this.table = table;
    }

    /** Shuts the gate behind a table. */
    public static CommitGate behind(EmbeddedDatabase database, String table) {
        try {
            Connection owner = database.owner();
            Rows.of(owner, "select pg_advisory_lock(?)", KEY);
            Rows.of(owner, SHUT.formatted(KEY, table));
            return new CommitGate(owner, table);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many wait at the gate now. */
    public long waiting() {
        return (Long) Rows.of(owner, WAITING, KEY).get(0).get("count");
    }

    @Override
    public void close() {
        try (owner) {
            Rows.of(owner, "select pg_advisory_unlock(?)", KEY);
            Rows.of(owner, "drop trigger commit_gate on " + table);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

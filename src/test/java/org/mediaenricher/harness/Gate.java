package org.mediaenricher.harness;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Holds up everybody who adds rows to a table, until it is closed; all else goes on, updates too. So work can be met at
 * a point that it would pass within a millisecond, and its process be killed there.
 */
public final class Gate implements AutoCloseable {
    private static final String WAIT = """
            create function pg_temp.wait_at_gate() returns trigger language plpgsql as $$
            begin
              if %2$s then
                perform pg_advisory_xact_lock_shared(%1$d);
              end if;
              return null;
            end $$
            """;

    private static final String BEFORE_INSERTS = """
            create trigger %s before insert on %s
              for each statement execute function pg_temp.wait_at_gate()
            """;

    private static final String BEFORE_COMMITS = """
            create constraint trigger %s after insert on %s
              deferrable initially deferred
              for each row execute function pg_temp.wait_at_gate()
            """;

    private static final String EVERYBODY = "true";

    private static final String WAITING =
            "select count(*) from pg_locks where locktype = 'advisory' and objid = ? and not granted";

    private final Connection owner;
    private final String table;
    private final int key;

    private Gate(Connection owner, String table, int key) {
        this.owner = owner;
        this.table = table;
        this.key = key;
    }

    /** Shut before a table's next row: a run can be met in the middle of a chunk. */
    public static Gate beforeInserts(EmbeddedDatabase database, String table) {
        return shut(database, table, BEFORE_INSERTS, EVERYBODY);
    }

    /** Shut before the next row of one node; the others pass. */
    public static Gate beforeInsertsOf(ServerNode node, EmbeddedDatabase database, String table) {
        return shut(database, table, BEFORE_INSERTS, only(node));
    }

    /** Shut at the very end, when all else of a transaction that added rows is done and it is about to commit. */
    public static Gate beforeCommits(EmbeddedDatabase database, String table) {
        return shut(database, table, BEFORE_COMMITS, EVERYBODY);
    }

    /** Shut at the very end of one node's transactions; the others pass. */
    public static Gate beforeCommitsOf(ServerNode node, EmbeddedDatabase database, String table) {
        return shut(database, table, BEFORE_COMMITS, only(node));
    }

    private static String only(ServerNode node) {
        return "current_setting('application_name') = '" + node.application() + "'";
    }

    private static Gate shut(EmbeddedDatabase database, String table, String trigger, String who) {
        int key = ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE);
        try {
            Connection owner = database.owner();
            Rows.of(owner, "select pg_advisory_lock(?)", key);
            Rows.of(owner, WAIT.formatted(key, who));
            Rows.of(owner, trigger.formatted(name(key), table));
            return new Gate(owner, table, key);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many wait at the gate now. */
    public long waiting() {
        return (Long) Rows.of(owner, WAITING, key).get(0).get("count");
    }

    /** Whether somebody waits at the gate now. */
    public boolean someoneWaits() {
        return waiting() > 0;
    }

    /** Lets everybody pass. The gate itself goes only when it is closed, which waits for who is within. */
    public void open() {
        Rows.of(owner, "select pg_advisory_unlock(?)", key);
    }

    @Override
    public void close() {
        try (owner) {
            open();
            Rows.of(owner, "drop trigger %s on %s".formatted(name(key), table));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String name(int key) {
        return "gate_" + key;
    }
}

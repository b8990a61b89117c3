package org.mediaenricher.queue;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.mediaenricher.tenancy.Database;
import org.mediaenricher.tenancy.DatabaseUnavailable;
import org.mediaenricher.tenancy.RowScoped;

/** Writes down how attempts ended: many at once, each kind of ending in one statement, all in one transaction. */
@ApplicationScoped
@RowScoped
class Endings {
    @Resource(lookup = Database.JNDI)
    private DataSource database;

    /**
     * Ends a job in the running transaction, so that what it did commits with that.
     *
     * @throws ClaimLost when another node, or nobody, holds the job by now: nothing of it may commit
     */
    @Transactional(TxType.MANDATORY)
    void complete(ClaimedJob job) {
        try (Connection connection = database.getConnection();
                PreparedStatement leave = connection.prepareStatement(EndingSql.LEAVE_ONE)) {
            leave.setObject(1, job.tenant());
            leave.setLong(2, job.id());
            leave.setLong(3, job.token());
            try (ResultSet row = leave.executeQuery()) {
                row.next();
                if (!row.getBoolean(1)) {
                    throw new ClaimLost(List.of(job));
                }
            }
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    /**
     * The same for several.
     *
     * @throws ClaimLost when one of them is no longer held here
     */
    @Transactional(TxType.MANDATORY)
    void complete(List<ClaimedJob> jobs) {
        try (Connection connection = database.getConnection()) {
            List<Ending> endings =
                    jobs.stream().<Ending>map(Ending.Completed::new).toList();
            if (leave(connection, endings, JobStatus.COMPLETED) < jobs.size()) {
                throw new ClaimLost(jobs);
            }
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    /** Writes down all of these, or none of them. Those that this node had lost change nothing. */
    @Transactional(TxType.REQUIRES_NEW)
    void write(List<Ending> endings) {
        try (Connection connection = database.getConnection()) {
            leave(connection, of(Ending.Completed.class, endings), JobStatus.COMPLETED);
            leave(connection, of(Ending.Cancelled.class, endings), JobStatus.CANCELLED);
            leaveIfCalledOff(
                    connection,
                    endings.stream()
                            .filter(ending -> !(ending instanceof Ending.Completed))
                            .toList());
            fail(connection, of(Ending.Failed.class, endings));
            bury(connection, of(Ending.Buried.class, endings));
            snooze(connection, of(Ending.Snoozed.class, endings));
            giveBack(connection, of(Ending.GivenBack.class, endings));
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    /** Answers how many left. */
    private static int leave(Connection connection, List<? extends Ending> endings, JobStatus as) throws SQLException {
        Statement leave = new Statement(connection, EndingSql.LEAVE, endings);
        leave.text(as.word());
        return leave.count();
    }

    private static void leaveIfCalledOff(Connection connection, List<Ending> endings) throws SQLException {
        new Statement(connection, EndingSql.LEAVE_IF_CALLED_OFF, endings).run();
    }

    private static void fail(Connection connection, List<Ending.Failed> endings) throws SQLException {
        Statement fail = new Statement(connection, EndingSql.FAIL, endings);
        fail.column("int8", endings, ending -> ending.delay().toMillis());
        fail.column("text", endings, ending -> Sentence.of(ending.error()));
        fail.run();
    }

    private static void bury(Connection connection, List<Ending.Buried> endings) throws SQLException {
        Statement bury = new Statement(connection, EndingSql.BURY, endings);
        bury.column("text", endings, ending -> Sentence.of(ending.reason()));
        bury.run();
    }

    private static void snooze(Connection connection, List<Ending.Snoozed> endings) throws SQLException {
        Statement snooze = new Statement(connection, EndingSql.SNOOZE, endings);
        snooze.column("int8", endings, ending -> ending.delay().toMillis());
        snooze.run();
    }

    private static void giveBack(Connection connection, List<Ending.GivenBack> endings) throws SQLException {
        Statement back = new Statement(connection, EndingSql.GIVE_BACK, endings);
        back.column("int2", endings, ending -> ending.setback() ? 1 : 0);
        back.run();
    }

    private static <E extends Ending> List<E> of(Class<E> type, List<Ending> endings) {
        return endings.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** A statement about some jobs, which come first: their tenants, ids and tokens. About none it is not run. */
    private static final class Statement {
        private final Connection connection;
        private final PreparedStatement prepared;
        private final boolean aboutNone;
        private int place;

        Statement(Connection connection, String sql, List<? extends Ending> endings) throws SQLException {
            this.connection = connection;
            this.aboutNone = endings.isEmpty();
            this.prepared = aboutNone ? null : connection.prepareStatement(sql);
            column("uuid", endings, ending -> ending.job().tenant());
            column("int8", endings, ending -> ending.job().id());
            column("int8", endings, ending -> ending.job().token());
        }

        <E extends Ending> void column(String type, List<E> endings, Function<? super E, Object> value)
                throws SQLException {
            if (!aboutNone) {
                prepared.setArray(
                        ++place,
                        connection.createArrayOf(
                                type, endings.stream().map(value).toArray()));
            }
        }

        void text(String value) throws SQLException {
            if (!aboutNone) {
                prepared.setString(++place, value);
            }
        }

        int count() throws SQLException {
            if (aboutNone) {
                return 0;
            }
            try (prepared;
                    ResultSet row = prepared.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }

        void run() throws SQLException {
            if (!aboutNone) {
                try (prepared) {
                    prepared.execute();
                }
            }
        }
    }
}

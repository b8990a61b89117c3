package org.mediaenricher.queue;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.mediaenricher.tenancy.Database;
import org.mediaenricher.tenancy.DatabaseUnavailable;

/** Writes a tick down and makes it a job, in the transaction that took it. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class TickBook {
    /** A clock that was set back brings the same time again, and no second tick. */
    private static final String WRITE = """
            insert into public.schedule_ticks (tenant_id, schedule_id, due_at, node, catch_up, missed, asked_by)
            values (?, ?, coalesce(?, clock_timestamp()), ?, ?, ?, ?)
            on conflict (tenant_id, schedule_id, due_at) do nothing
            returning due_at
            """;

    private static final String NAME_JOB = """
            update public.schedule_ticks set job_id = ?, skipped = ?
             where tenant_id = ? and schedule_id = ? and due_at = ?
            """;

    @Resource(lookup = Database.JNDI)
    private DataSource database;

    @Inject
    private Jobs jobs;

    @Inject
    private JobKinds kinds;

    /**
     * Makes a tick a job, or notes that one of the schedule is still to be done.
     *
     * @return its time, empty when there is a tick of that time already
     */
    Optional<Instant> write(Taken schedule, NewTick tick) {
        try (Connection connection = database.getConnection()) {
            Optional<OffsetDateTime> due = insert(connection, schedule, tick);
            if (due.isPresent()) {
                nameJob(connection, schedule, due.get(), jobs.enqueue(job(schedule)));
            }
            return due.map(OffsetDateTime::toInstant);
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    private NewJob job(Taken schedule) {
        return schedule.job(kinds.handler(schedule.kind()).orElseThrow().kind().attempts());
    }

    private static Optional<OffsetDateTime> insert(Connection connection, Taken schedule, NewTick tick)
            throws SQLException {
        try (PreparedStatement write = connection.prepareStatement(WRITE)) {
            write.setObject(1, schedule.tenant());
            write.setObject(2, schedule.id());
            write.setObject(
                    3,
                    tick.due().map(time -> time.atOffset(ZoneOffset.UTC)).orElse(null),
                    Types.TIMESTAMP_WITH_TIMEZONE);
            write.setString(4, tick.node());
            write.setBoolean(5, tick.late());
            write.setInt(6, tick.missed());
            write.setString(7, tick.askedBy().orElse(null));
            try (ResultSet row = write.executeQuery()) {
                return row.next() ? Optional.of(row.getObject(1, OffsetDateTime.class)) : Optional.empty();
            }
        }
    }

    private static void nameJob(Connection connection, Taken schedule, OffsetDateTime due, Enqueued job)
            throws SQLException {
        try (PreparedStatement name = connection.prepareStatement(NAME_JOB)) {
            name.setLong(1, job.id());
            name.setBoolean(2, !job.isNew());
            name.setObject(3, schedule.tenant());
            name.setObject(4, schedule.id());
            name.setObject(5, due);
            name.executeUpdate();
        }
    }
}

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
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.mediaenricher.tenancy.Database;
import org.mediaenricher.tenancy.DatabaseUnavailable;
import org.mediaenricher.tenancy.RowScoped;

/** Takes ticks of schedules: which are due, and the one transaction in which a tick is taken and made a job. */
@ApplicationScoped
@RowScoped
class Ticks {
    private static final String DUE = """
            select s.tenant_id, s.id, s.expression, s.zone, s.next_at, now()
              from public.schedules s
             where s.next_at <= now() and s.kind = any (?)
             order by s.next_at limit 100
            """;

    /** Whoever changes next_at from this value has the tick. What was edited meanwhile is looked at anew. */
    private static final String TAKE = """
            update public.schedules s set next_at = ?, last_at = clock_timestamp()
             where s.tenant_id = ? and s.id = ? and s.next_at = ? and s.expression = ? and s.zone = ?
            returning s.tenant_id, s.id, s.name, s.kind, s.payload_version, s.payload::text
            """;

    private static final String TAKE_NOW = """
            update public.schedules s set last_at = clock_timestamp()
             where s.tenant_id = ? and s.id = ?
            returning s.tenant_id, s.id, s.name, s.kind, s.payload_version, s.payload::text
            """;

    @Resource(lookup = Database.JNDI)
    private DataSource database;

    @Inject
    private TickBook book;

    /**
     * A schedule whose time has come.
     *
     * @param tenant as the tables write it
     * @param next when it was due
     * @param now by the clock of the database, which is the same for all nodes
     */
    record Due(UUID tenant, UUID id, String expression, String zone, Instant next, Instant now) {
        Timetable timetable() {
            return Timetable.of(expression, zone);
        }
    }

    /** Whose time has come, of these kinds, longest ago first, at the most a hundred. */
    @Transactional(TxType.REQUIRES_NEW)
    List<Due> due(Collection<String> kinds) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(DUE)) {
            query.setArray(1, connection.createArrayOf("text", kinds.toArray()));
            List<Due> due = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    due.add(new Due(
                            row.getObject(1, UUID.class),
                            row.getObject(2, UUID.class),
                            row.getString(3),
                            row.getString(4),
                            instant(row, 5),
                            instant(row, 6)));
                }
            }
            return due;
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    /**
     * Takes a tick that is due, for one of all nodes that try.
     *
     * @param node that tries
     * @return whether it was this one
     */
    @Transactional(TxType.REQUIRES_NEW)
    boolean fire(Due due, Timetable.Turn turn, String node) {
        try (Connection connection = database.getConnection();
                PreparedStatement take = connection.prepareStatement(TAKE)) {
            take.setObject(1, turn.next().map(Ticks::utc).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE);
            take.setObject(2, due.tenant());
            take.setObject(3, due.id());
            take.setObject(4, utc(due.next()));
            take.setString(5, due.expression());
            take.setString(6, due.zone());
            Optional<Taken> taken = taken(take);
            taken.ifPresent(schedule -> book.write(
                    schedule,
                    new NewTick(Optional.of(turn.due()), node, turn.late(), turn.missed(), Optional.empty())));
            return taken.isPresent();
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    /**
     * A tick now, because somebody asks for it; whether the schedule is paused or not.
     *
     * @return its time
     */
    @Transactional(TxType.MANDATORY)
    Instant fireNow(UUID tenant, UUID id, String node, String askedBy) {
        try (Connection connection = database.getConnection();
                PreparedStatement take = connection.prepareStatement(TAKE_NOW)) {
            take.setObject(1, tenant);
            take.setObject(2, id);
            NewTick tick = new NewTick(Optional.empty(), node, false, 0, Optional.of(askedBy));
            return taken(take).flatMap(schedule -> book.write(schedule, tick)).orElseThrow();
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    private static Optional<Taken> taken(PreparedStatement take) throws SQLException {
        try (ResultSet row = take.executeQuery()) {
            return row.next()
                    ? Optional.of(new Taken(
                            row.getObject(1, UUID.class),
                            row.getObject(2, UUID.class),
                            row.getString(3),
                            row.getString(4),
                            row.getInt(5),
                            row.getString(6)))
                    : Optional.empty();
        }
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}

package org.mediaenricher.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mediaenricher.leases.Incarnation;
import org.mediaenricher.leases.ThisNode;
import org.mediaenricher.problems.Problem;
import org.mediaenricher.security.AuditLog;
import org.mediaenricher.security.Caller;
import org.mediaenricher.tenancy.RowScope;
import org.mediaenricher.tenancy.RowScoped;
import org.mediaenricher.tenancy.RowSecurity;

/**
 * What callers ask of schedules. Each method is one transaction that sees the caller's tenant, and writes its audit row
 * where it changes something.
 */
@ApplicationScoped
@Transactional
@RowScoped
public class Schedules {
    /** Later than any tick, for the first page. */
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

    @PersistenceContext
    private EntityManager database;

    @Inject
    private JobKinds kinds;

    @Inject
    private Ticks ticks;

    @Inject
    private AuditLog audit;

    @Inject
    private RowSecurity rows;

    @Inject
    private ThisNode node;

    /**
     * Schedules by name.
     *
     * @param after the last name of the page before, empty for the first page
     */
    public List<Schedule> list(String after, int limit) {
        return database.createNativeQuery(ScheduleSql.LIST, Schedule.class)
                .setParameter("after", after)
                .setParameter("limit", limit)
                .getResultList();
    }

    /** The last tick of each of these that had one, by the schedule's id. */
    public Map<UUID, Tick> lastTicks(List<Schedule> schedules) {
        if (schedules.isEmpty()) {
            return Map.of();
        }
        List<Tick> found = database.createNativeQuery(ScheduleSql.LAST_TICKS, Tick.class)
                .setParameter(
                        "ids", schedules.stream().map(schedule -> schedule.id).toList())
                .getResultList();
        return found.stream().collect(Collectors.toMap(tick -> tick.scheduleId, Function.identity()));
    }

    /** The schedule of that id; NOT_FOUND when the caller's tenant has none. */
    public Schedule get(UUID id) {
        List<Schedule> found = database.createNativeQuery(ScheduleSql.GET, Schedule.class)
                .setParameter("id", id)
                .getResultList();
        return found.stream()
                .findFirst()
                .orElseThrow(() -> new Problem(Problem.Kind.NOT_FOUND, "There is no schedule " + id + "."));
    }

    /**
     * A schedule's ticks, newest first.
     *
     * @param before the time of the last one of the page before, empty for the first page
     * @throws Problem NOT_FOUND
     */
    public List<Tick> ticks(UUID id, Optional<Instant> before, int limit) {
        return ticksOf(get(id), before.orElse(END_OF_TIME), limit);
    }

    /**
     * Makes a schedule.
     *
     * @throws Problem INVALID naming each field that is wrong; CONFLICT when there is one of that name
     */
    public Schedule create(Caller by, NewSchedule asked) {
        CheckedSchedule wanted = CheckedSchedule.of(asked, kinds);
        UUID id = UUID.randomUUID();
        int created = define(database.createNativeQuery(ScheduleSql.CREATE), by, id, wanted)
                .setParameter("tenant", by.tenantOrRefuse().value())
                .setParameter("kind", asked.kind())
                .executeUpdate();
        if (created == 0) {
            throw taken(asked);
        }
        return noted(by, "add-schedule", id);
    }

    /**
     * Makes it another one of the same kind. Ticks missed until now are not caught up with.
     *
     * @throws Problem NOT_FOUND; INVALID naming each field that is wrong; CONFLICT when another one has that name
     */
    public Schedule change(Caller by, UUID id, NewSchedule asked) {
        Schedule before = get(id);
        CheckedSchedule wanted = CheckedSchedule.of(asked, kinds);
        if (!asked.kind().equals(before.kind)) {
            throw Problem.invalid(Map.of("kind", "stays " + before.kind + "; make another schedule for another kind"));
        }
        boolean nameTaken = !database.createNativeQuery(ScheduleSql.NAMED, UUID.class)
                .setParameter("name", asked.name())
                .setParameter("id", id)
                .getResultList()
                .isEmpty();
        if (nameTaken) {
            throw taken(asked);
        }
        demand(define(database.createNativeQuery(ScheduleSql.CHANGE), by, id, wanted)
                .executeUpdate());
        return noted(by, "change-schedule", id);
    }

    /** Removes it with its history; jobs that it made stay. NOT_FOUND. */
    public void remove(Caller by, UUID id) {
        Schedule schedule = get(id);
        demand(database.createNativeQuery(ScheduleSql.REMOVE)
                .setParameter("id", id)
                .executeUpdate());
        audit.done(by, "remove-schedule", subject(schedule));
    }

    /** Lets it not fire until it is resumed; a job that it made goes on. NOT_FOUND. */
    public Schedule pause(Caller by, UUID id) {
        get(id);
        database.createNativeQuery(ScheduleSql.PAUSE)
                .setParameter("id", id)
                .setParameter("by", by.user())
                .executeUpdate();
        return noted(by, "pause-schedule", id);
    }

    /** Lets it fire again, from its next tick on: what it missed meanwhile is not made up for. NOT_FOUND. */
    public Schedule resume(Caller by, UUID id) {
        Schedule before = get(id);
        database.createNativeQuery(ScheduleSql.RESUME)
                .setParameter("id", id)
                .setParameter("by", by.user())
                .setParameter("next", next(Timetable.of(before.expression, before.zone)))
                .executeUpdate();
        return noted(by, "resume-schedule", id);
    }

    /**
     * A tick now, written by the server as all are, besides those that are due, also of one that is paused.
     *
     * @return the tick; skipped when the job of another one is still to be done
     * @throws Problem NOT_FOUND; CONFLICT when this server has no handler for its kind
     */
    public Tick runNow(Caller by, UUID id) {
        Schedule schedule = get(id);
        if (kinds.handler(schedule.kind).isEmpty()) {
            throw new Problem(Problem.Kind.CONFLICT, "No handler is here for jobs of kind " + schedule.kind + ".");
        }
        RowScope ours = Owner.scope(schedule.tenantId);
        Instant due =
                rows.as(ours, () -> ours.within(() -> ticks.fireNow(schedule.tenantId, id, nodeName(), by.user())));
        audit.done(by, "run-schedule", subject(schedule));
        return ticksOf(schedule, due.plusNanos(1000), 1).get(0);
    }

    private String nodeName() {
        return node.incarnation().map(Incarnation::node).orElse("-");
    }

    private List<Tick> ticksOf(Schedule schedule, Instant before, int limit) {
        return database.createNativeQuery(ScheduleSql.TICKS, Tick.class)
                .setParameter("tenant", schedule.tenantId)
                .setParameter("id", schedule.id)
                .setParameter("before", before)
                .setParameter("limit", limit)
                .getResultList();
    }

    private Query define(Query query, Caller by, UUID id, CheckedSchedule wanted) {
        return query.setParameter("id", id)
                .setParameter("name", wanted.asked().name())
                .setParameter("expression", wanted.timetable().expression().toString())
                .setParameter("zone", wanted.timetable().zone().getId())
                .setParameter("version", wanted.kind().version())
                .setParameter("payload", wanted.asked().payload().toString())
                .setParameter("next", next(wanted.timetable()))
                .setParameter("by", by.user());
    }

    /** By the clock of the database, by which it will fire; as text, for it may be none. */
    private String next(Timetable timetable) {
        Instant now = (Instant)
                database.createNativeQuery(ScheduleSql.NOW, Instant.class).getSingleResult();
        return timetable.nextAfter(now).map(Instant::toString).orElse(null);
    }

    private Schedule noted(Caller by, String action, UUID id) {
        database.clear();
        Schedule schedule = get(id);
        audit.done(by, action, subject(schedule));
        return schedule;
    }

    private static Map<String, String> subject(Schedule schedule) {
        return Map.of(
                "schedule_id", schedule.id.toString(),
                "name", schedule.name,
                "expression", schedule.expression,
                "zone", schedule.zone,
                "kind", schedule.kind);
    }

    private static Problem taken(NewSchedule asked) {
        return new Problem(Problem.Kind.CONFLICT, "There is a schedule \"" + asked.name() + "\" already.");
    }

    private static void demand(int changed) {
        if (changed == 0) {
            throw new Problem(Problem.Kind.CONFLICT, "Somebody else was quicker; look again.");
        }
    }
}

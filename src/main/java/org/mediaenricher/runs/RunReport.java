package org.mediaenricher.runs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.mediaenricher.tenancy.RowScoped;

/** What people want to know of runs beyond their rows. Each method is one transaction that sees the caller's tenant. */
@ApplicationScoped
@Transactional
@RowScoped
public class RunReport {
    /**
     * Failed objects of a run with the same code.
     *
     * @param code a word for programs
     * @param failed how many there are
     * @param left how many of them were not enriched since
     * @param message what one of them was told
     */
    public record FailureGroup(String code, long failed, long left, String message) {}

    /**
     * A piece of a run that a node holds.
     *
     * @param number its place in the survey, from 0
     * @param node whose it is
     * @param position the last key whose outcome is committed, empty for none
     * @param processed how many outcomes are committed
     * @param objects how many objects it has
     */
    public record HeldSlice(int number, String node, String position, int processed, int objects) {}

    /** How many slices of a run stand how. */
    public record SliceCounts(long free, long leased, long done) {
        /** All of them. */
        public long total() {
            return free + leased + done;
        }
    }

    /** What was done in the minute that begins then. */
    public record Minute(Instant minute, long processed, long failed) {}

    private static final int NODES_AT_WORK = 200;

    private static final String ACTIVE = """
            select r.* from public.media_enrich_runs r
             where r.status in ('pending', 'running', 'stopping')
             order by r.started_at desc
             limit 50
            """;

    private static final String GROUPS = """
            select f.code, count(*) as failed, count(*) filter (where f.resolved_at is null) as open,
                   min(f.message) as message
              from public.media_enrich_failures f
             where f.run_id = :run
             group by f.code
             order by failed desc, f.code
            """;

    private static final String COUNTS = """
            select count(*) filter (where s.status = 'free') as free,
                   count(*) filter (where s.status = 'leased') as leased,
                   count(*) filter (where s.status = 'done') as done
              from public.media_enrich_slices s
             where s.run_id = :run
            """;

    private static final String HELD = """
            select s.number, s.lease_owner as node, s.position, s.processed, s.object_count as objects
              from public.media_enrich_slices s
             where s.run_id = :run and s.status = 'leased'
             order by s.number
             limit :limit
            """;

    private static final String MINUTES_OF_RUN = """
            select m.minute, m.processed, m.failed
              from public.media_enrich_run_minutes m
             where m.run_id = :run
             order by m.minute desc
             limit :limit
            """;

    private static final String MINUTES_OF_ALL = """
            select m.minute, cast(sum(m.processed) as bigint) as processed, cast(sum(m.failed) as bigint) as failed
              from public.media_enrich_run_minutes m
             where m.minute >= :since
             group by m.minute
             order by m.minute desc
            """;

    @PersistenceContext
    private EntityManager database;

    /** The runs that move, newest first. */
    public List<Run> active() {
        return database.createNativeQuery(ACTIVE, Run.class).getResultList();
    }

    /** What failed in a run, by code, the most frequent first. */
    public List<FailureGroup> failureGroups(UUID run) {
        return rows(
                database.createNativeQuery(GROUPS, Tuple.class).setParameter("run", run),
                row -> new FailureGroup(
                        row.get("code", String.class),
                        number(row, "failed"),
                        number(row, "open"),
                        row.get("message", String.class)));
    }

    /** How many of a run's slices stand how. */
    public SliceCounts slices(UUID run) {
        return rows(
                        database.createNativeQuery(COUNTS, Tuple.class).setParameter("run", run),
                        row -> new SliceCounts(number(row, "free"), number(row, "leased"), number(row, "done")))
                .get(0);
    }

    /** The slices of a run that are being worked on. */
    public List<HeldSlice> held(UUID run) {
        return rows(
                database.createNativeQuery(HELD, Tuple.class)
                        .setParameter("run", run)
                        .setParameter("limit", NODES_AT_WORK),
                row -> new HeldSlice(
                        (int) number(row, "number"),
                        row.get("node", String.class),
                        row.get("position", String.class),
                        (int) number(row, "processed"),
                        (int) number(row, "objects")));
    }

    /** The last minutes in which a run did something, newest first. */
    public List<Minute> minutes(UUID run, int limit) {
        return rows(
                database.createNativeQuery(MINUTES_OF_RUN, Tuple.class)
                        .setParameter("run", run)
                        .setParameter("limit", limit),
                RunReport::minute);
    }

    /** What all runs together did, in each minute since, newest first; minutes in which nothing was done are left out. */
    public List<Minute> minutes(Instant since) {
        return rows(
                database.createNativeQuery(MINUTES_OF_ALL, Tuple.class).setParameter("since", since),
                RunReport::minute);
    }

    private static Minute minute(Tuple row) {
        return new Minute(row.get("minute", Instant.class), number(row, "processed"), number(row, "failed"));
    }

    private static long number(Tuple row, String name) {
        return row.get(name, Number.class).longValue();
    }

    private static <T> List<T> rows(jakarta.persistence.Query query, Function<Tuple, T> shape) {
        List<?> found = query.getResultList();
        return found.stream().map(Tuple.class::cast).map(shape).toList();
    }
}

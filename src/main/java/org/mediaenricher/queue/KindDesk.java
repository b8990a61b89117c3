package org.mediaenricher.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.mediaenricher.problems.Problem;
import org.mediaenricher.security.AuditLog;
import org.mediaenricher.security.Caller;
import org.mediaenricher.tenancy.RowScoped;

/** What people ask of kinds of jobs. A pause is the caller's tenant's own: others' jobs of the kind go on. */
@ApplicationScoped
@Transactional
@RowScoped
public class KindDesk {
    /** What waits is counted exactly; of what has ended, the last hour: there may be millions. */
    private static final String COUNTS = """
            select kind, status, jobs as number, oldest_due_at as oldest,
                   cast(extract(epoch from mean_age) * 1000 as bigint) as age
              from public.queue_depth where tenant_id = :tenant
            union all
            select kind, status, sum(jobs), null, null
              from public.jobs_ended_last_hour where tenant_id = :tenant
             group by kind, status
            """;

    private static final String PAUSES = """
            select kind, paused_by, paused_at, reason from public.job_pauses where tenant_id = :tenant
            """;

    private static final String PAUSE = """
            insert into public.job_pauses (tenant_id, kind, paused_by, reason) values (:tenant, :kind, :by, :reason)
            on conflict do nothing
            """;

    private static final String RESUME = "delete from public.job_pauses where tenant_id = :tenant and kind = :kind";

    @PersistenceContext
    private EntityManager database;

    @Inject
    private JobKinds kinds;

    @Inject
    private AuditLog audit;

    /** Every kind this node knows, or that there are jobs of, in alphabetical order. */
    public List<KindState> list(Caller caller) {
        Map<String, List<Tuple>> counted =
                rows(COUNTS, caller).stream().collect(Collectors.groupingBy(row -> row.get("kind", String.class)));
        Map<String, KindState.Pause> pauses = pauses(caller);
        TreeSet<String> names = new TreeSet<>(kinds.names());
        names.addAll(counted.keySet());
        return names.stream()
                .map(name -> state(name, counted.getOrDefault(name, List.of()), Optional.ofNullable(pauses.get(name))))
                .toList();
    }

    private static KindState state(String kind, List<Tuple> rows, Optional<KindState.Pause> pause) {
        Map<JobStatus, Long> counts = new EnumMap<>(JobStatus.class);
        Map<JobStatus, Duration> ages = new EnumMap<>(JobStatus.class);
        Optional<Instant> oldest = Optional.empty();
        for (Tuple row : rows) {
            JobStatus status = JobStatus.of(row.get("status", String.class)).orElseThrow();
            counts.put(status, row.get("number", Number.class).longValue());
            Optional.ofNullable(row.get("age", Number.class))
                    .ifPresent(age -> ages.put(status, Duration.ofMillis(age.longValue())));
            oldest = oldest.or(() -> Optional.ofNullable(row.get("oldest", Instant.class)));
        }
        return new KindState(kind, counts, ages, oldest, pause);
    }

    /**
     * Begins no more jobs of a kind; what runs goes on. Without effect where it is paused already.
     *
     * @param reason for whoever finds it paused
     * @throws Problem NOT_FOUND for a kind nobody knows
     */
    public void pause(Caller caller, String kind, String reason) {
        known(kind);
        database.createNativeQuery(PAUSE)
                .setParameter("tenant", caller.tenantOrRefuse().value())
                .setParameter("kind", kind)
                .setParameter("by", caller.user())
                .setParameter("reason", reason)
                .executeUpdate();
        audit.done(caller, "pause-kind", Map.of("kind", kind, "reason", reason));
    }

    /**
     * Begins jobs of a kind again. Without effect where it is not paused.
     *
     * @throws Problem NOT_FOUND for a kind nobody knows
     */
    public void resume(Caller caller, String kind) {
        known(kind);
        database.createNativeQuery(RESUME)
                .setParameter("tenant", caller.tenantOrRefuse().value())
                .setParameter("kind", kind)
                .executeUpdate();
        Wakeup.tell(database, kind);
        audit.done(caller, "resume-kind", Map.of("kind", kind));
    }

    private void known(String kind) {
        if (kinds.named(kind).isEmpty()) {
            throw new Problem(
                    Problem.Kind.NOT_FOUND,
                    "There is no such kind of job; there are " + String.join(", ", kinds.names()) + ".");
        }
    }

    private Map<String, KindState.Pause> pauses(Caller caller) {
        return rows(PAUSES, caller).stream()
                .collect(Collectors.toMap(
                        row -> row.get("kind", String.class),
                        row -> new KindState.Pause(
                                row.get("paused_by", String.class),
                                row.get("paused_at", Instant.class),
                                row.get("reason", String.class))));
    }

    @SuppressWarnings("unchecked") // a query for tuples answers with tuples
    private List<Tuple> rows(String sql, Caller caller) {
        return database.createNativeQuery(sql, Tuple.class)
                .setParameter("tenant", caller.tenantOrRefuse().value())
                .getResultList();
    }
}

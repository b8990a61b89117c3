package org.mediaenricher.runs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mediaenricher.problems.Problem;
import org.mediaenricher.security.AuditLog;
import org.mediaenricher.security.Caller;
import org.mediaenricher.tenancy.RowScoped;

/** What callers ask of runs. Each method is one transaction that sees the caller's tenant and writes its audit row. */
@ApplicationScoped
@Transactional
@RowScoped
public class Runs {
    private static final String OPEN = """
            insert into public.media_enrich_runs
              (tenant_id, id, bucket, prefix, object_limit, mode, looks, skip_limit, retry_of, retry_code, trigger,
               started_by, idempotency_key)
            values (:tenant, :id, :bucket, :prefix, nullif(:limit, 0), :mode, :looks, nullif(:skipLimit, -1),
                    :retryOf, :retryCode, :trigger, :startedBy, :idempotencyKey)
            on conflict do nothing
            """;

    private static final String STOP = """
            update public.media_enrich_runs set status = 'stopping'
             where id = :id and status in ('pending', 'running')
            """;

    private static final String RESTART = """
            update public.media_enrich_runs r
               set status = 'pending', reason = null, ended_at = null, outages = 0, resume_at = null,
                   driver = null, driver_incarnation = null
             where id = :id and status in ('stopped', 'failed')
               and not exists (select from public.media_enrich_runs o
                                where o.tenant_id = r.tenant_id and o.bucket = r.bucket and o.prefix = r.prefix
                                  and o.status in ('pending', 'running', 'stopping'))
            """;

    @PersistenceContext
    private EntityManager database;

    @Inject
    private Buckets buckets;

    @Inject
    private AuditLog audit;

    /**
     * Writes a run down; nothing works on it before this has committed.
     *
     * @throws Problem NOT_FOUND for an unknown bucket; CONFLICT, with {@code run_id}, when another run is active on
     *     the same bucket and prefix; UNPROCESSABLE when the idempotency key was used for another request
     */
    public OpenedRun open(Caller caller, NewRun wanted) {
        buckets.named(wanted.bucket());
        UUID id = UUID.randomUUID();
        if (insert(caller, id, wanted) == 0) {
            Run sameAnswer = runInTheWay(wanted);
            audit.done(caller, wanted.trigger().word(), subject(sameAnswer.id(), wanted));
            return new OpenedRun(sameAnswer, false);
        }
        audit.done(caller, wanted.trigger().word(), subject(id, wanted));
        return new OpenedRun(get(id), true);
    }

    /**
     * Opens a run over the objects that failed in another one and were not enriched since.
     *
     * @param code only those that failed with this code, empty for all
     * @throws Problem NOT_FOUND when there is no such run; CONFLICT when it is still active, or nothing is left to retry
     */
    public OpenedRun retryFailed(Caller caller, UUID id, Optional<String> code) {
        Run run = get(id);
        if (run.status().active()) {
            throw new Problem(
                    Problem.Kind.CONFLICT, "The run is still " + run.status().word() + ".");
        }
        if (unresolvedFailures(id, code) == 0) {
            throw new Problem(
                    Problem.Kind.CONFLICT,
                    "The run has no failed object left to retry"
                            + code.map(word -> " with the code \"" + word + "\".")
                                    .orElse("."));
        }
        return open(caller, NewRun.retrying(run, code));
    }

    /** The run of that id; NOT_FOUND when the caller's tenant has none. */
    public Run get(UUID id) {
        return Optional.ofNullable(database.find(Run.class, id))
                .orElseThrow(() -> new Problem(Problem.Kind.NOT_FOUND, "There is no run " + id + "."));
    }

    /** The runs that match, newest first. */
    public List<Run> list(RunFilter filter) {
        return database.createNativeQuery(RunQueries.LIST, Run.class)
                .setParameter("bucket", filter.bucket().orElse(null))
                .setParameter("status", filter.status().map(RunStatus::word).orElse(null))
                .setParameter("startedBy", filter.startedBy().orElse(null))
                .setParameter("since", filter.since().orElse(null))
                .setParameter("until", filter.until().orElse(null))
                .setParameter("after", filter.after().orElse(null))
                .setParameter("limit", filter.limit())
                .getResultList();
    }

    /**
     * A run's failed objects in the order of their keys.
     *
     * @param code only with this code, empty for all
     * @param after the last key of the page before, empty for the first page
     */
    public List<Failure> failures(UUID id, String code, String after, int limit) {
        get(id);
        return database.createQuery(RunQueries.FAILURES, Failure.class)
                .setParameter("run", id)
                .setParameter("code", code)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }

    /**
     * What the batch engines of all nodes did for a run, oldest first.
     *
     * @param after the last id of the page before, empty for the first page
     */
    public List<Execution> executions(UUID id, Optional<UUID> after, int limit) {
        get(id);
        return database.createNativeQuery(RunQueries.EXECUTIONS, Execution.class)
                .setParameter("run", id)
                .setParameter("after", after.orElse(null))
                .setParameter("limit", limit)
                .getResultList();
    }

    /**
     * Asks a run to stop: the chunks in hand are finished first.
     *
     * @return the run as it stands now
     * @throws Problem NOT_FOUND; CONFLICT when it has ended already
     */
    public Run stop(Caller caller, UUID id) {
        Run before = get(id);
        if (update(STOP, id) == 0 && before.status() != RunStatus.STOPPING) {
            throw new Problem(
                    Problem.Kind.CONFLICT, "The run is " + before.status().word() + " already.");
        }
        audit.done(caller, "stop", Map.of("run_id", id.toString()));
        return reread(id);
    }

    /**
     * Lets a stopped or failed run go on where it stopped.
     *
     * @return the run as it stands now
     * @throws Problem NOT_FOUND; CONFLICT when it is not stopped or failed, or another one is active in its place
     */
    public Run restart(Caller caller, UUID id) {
        Run before = get(id);
        if (!before.status().restartable()) {
            throw new Problem(
                    Problem.Kind.CONFLICT,
                    "Only a stopped or failed run can be restarted; this one is "
                            + before.status().word() + ".");
        }
        if (update(RESTART, id) == 0) {
            throw inTheWay(activeOn(before.bucket(), before.prefix()).orElse(before));
        }
        audit.done(caller, "restart", Map.of("run_id", id.toString()));
        return reread(id);
    }

    /** When a run last completed in the caller's scope, empty when none did. */
    public Optional<Instant> lastCompleted() {
        return Optional.ofNullable(database.createQuery(RunQueries.LAST_COMPLETED, Instant.class)
                .setParameter("completed", RunStatus.COMPLETED)
                .getSingleResult());
    }

    private int insert(Caller caller, UUID id, NewRun wanted) {
        return database.createNativeQuery(OPEN)
                .setParameter("tenant", caller.tenantOrRefuse().value())
                .setParameter("id", id)
                .setParameter("bucket", wanted.bucket())
                .setParameter("prefix", wanted.prefix())
                .setParameter("limit", wanted.limit())
                .setParameter("mode", wanted.mode().word())
                .setParameter("looks", wanted.looks())
                .setParameter("skipLimit", wanted.skipLimit())
                .setParameter("retryOf", wanted.retry().map(Retry::run).orElse(null))
                .setParameter("retryCode", wanted.retry().flatMap(Retry::code).orElse(null))
                .setParameter("trigger", wanted.trigger().word())
                .setParameter("startedBy", caller.user())
                .setParameter("idempotencyKey", wanted.idempotencyKey().orElse(null))
                .executeUpdate();
    }

    /** The run that kept ours from being opened, when the request may be answered with it. */
    private Run runInTheWay(NewRun wanted) {
        Optional<Run> sameKey = wanted.idempotencyKey().flatMap(this::openedUnder);
        if (sameKey.isPresent()) {
            return sameKey.filter(wanted::sameAs)
                    .orElseThrow(() -> new Problem(
                            Problem.Kind.UNPROCESSABLE, "The Idempotency-Key was used before for another request."));
        }
        Run active = activeOn(wanted.bucket(), wanted.prefix())
                .orElseThrow(
                        () -> new Problem(Problem.Kind.UNAVAILABLE, "A run has just ended in this place; try again."));
        if (wanted.trigger() == RunTrigger.CRON) {
            return active;
        }
        throw inTheWay(active);
    }

    private static Problem inTheWay(Run active) {
        return new Problem(
                        Problem.Kind.CONFLICT,
                        "Run " + active.id() + " is " + active.status().word() + " on bucket \"" + active.bucket()
                                + "\" with prefix \"" + active.prefix() + "\".")
                .with("run_id", active.id().toString());
    }

    private Optional<Run> openedUnder(String idempotencyKey) {
        return first(database.createNativeQuery(RunQueries.BY_IDEMPOTENCY_KEY, Run.class)
                .setParameter("key", idempotencyKey)
                .getResultList());
    }

    private Optional<Run> activeOn(String bucket, String prefix) {
        return first(database.createNativeQuery(RunQueries.ACTIVE_ON, Run.class)
                .setParameter("bucket", bucket)
                .setParameter("prefix", prefix)
                .getResultList());
    }

    private static Optional<Run> first(List<?> found) {
        return found.stream().map(Run.class::cast).findFirst();
    }

    private long unresolvedFailures(UUID id, Optional<String> code) {
        return database.createQuery(RunQueries.UNRESOLVED, Long.class)
                .setParameter("run", id)
                .setParameter("code", code.orElse(""))
                .getSingleResult();
    }

    private int update(String sql, UUID id) {
        return database.createNativeQuery(sql).setParameter("id", id).executeUpdate();
    }

    private Run reread(UUID id) {
        database.clear();
        return get(id);
    }

    private static Map<String, String> subject(UUID id, NewRun wanted) {
        return Map.of(
                "run_id", id.toString(),
                "bucket", wanted.bucket(),
                "prefix", wanted.prefix(),
                "mode", wanted.mode().word());
    }
}

package org.mediaenricher.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.mediaenricher.problems.Problem;
import org.mediaenricher.security.AuditLog;
import org.mediaenricher.security.Caller;
import org.mediaenricher.tenancy.RowScoped;

/** What people ask of single jobs. Each method is one transaction in the caller's scope; each act is audited in it. */
@ApplicationScoped
@Transactional
@RowScoped
public class JobDesk {
    @PersistenceContext
    private EntityManager database;

    @Inject
    private AuditLog audit;

    /** The jobs that match, newest first. */
    public List<JobRecord> list(Caller caller, JobFilter filter) {
        return database.createNativeQuery(DeskSql.LIST, JobRecord.class)
                .setParameter("tenant", caller.tenantOrRefuse().value())
                .setParameter("kind", filter.kind().orElse(null))
                .setParameter("status", filter.status().map(JobStatus::word).orElse(null))
                .setParameter("text", filter.text().orElse(null))
                .setParameter("after", filter.after().orElse(null))
                .setParameter("limit", filter.limit())
                .getResultList();
    }

    /**
     * A job, wherever it is now.
     *
     * @throws Problem NOT_FOUND
     */
    public JobRecord get(Caller caller, long id) {
        List<?> found = database.createNativeQuery(DeskSql.GET, JobRecord.class)
                .setParameter("tenant", caller.tenantOrRefuse().value())
                .setParameter("id", id)
                .getResultList();
        return found.stream()
                .map(JobRecord.class::cast)
                .findFirst()
                .orElseThrow(() -> new Problem(Problem.Kind.NOT_FOUND, "There is no job " + id + "."));
    }

    /**
     * Calls a job off: at once where it waits; where it runs, its handler is interrupted within seconds.
     *
     * @return the job as it stands now
     * @throws Problem NOT_FOUND; CONFLICT when it has ended already
     */
    public JobRecord cancel(Caller caller, long id) {
        JobRecord before = get(caller, id);
        if (change(caller, DeskSql.CANCEL_WAITING, id) + change(caller, DeskSql.CANCEL_RUNNING, id) == 0) {
            throw ended(before);
        }
        audit.done(caller, "cancel-job", subject(before));
        return reread(caller, id);
    }

    /**
     * Lets a job that waits for its time be done now.
     *
     * @return the job as it stands now
     * @throws Problem NOT_FOUND; CONFLICT when it does not wait for its time
     */
    public JobRecord hurry(Caller caller, long id) {
        JobRecord before = get(caller, id);
        if (change(caller, DeskSql.HURRY, id) == 0) {
            throw new Problem(
                    Problem.Kind.CONFLICT, "The job is " + before.status + "; it does not wait for its time.");
        }
        Wakeup.tell(database, before.kind);
        audit.done(caller, "retry-job", subject(before));
        return reread(caller, id);
    }

    /**
     * Puts a job off that waits.
     *
     * @return the job as it stands now
     * @throws Problem NOT_FOUND; CONFLICT when it runs or has ended
     */
    public JobRecord snooze(Caller caller, long id, Duration delay) {
        JobRecord before = get(caller, id);
        Query snooze = database.createNativeQuery(DeskSql.SNOOZE).setParameter("delay", delay.toString());
        if (about(caller, snooze, id).executeUpdate() == 0) {
            throw new Problem(
                    Problem.Kind.CONFLICT, "The job is " + before.status + "; only one that waits is put off.");
        }
        audit.done(caller, "snooze-job", subject(before));
        return reread(caller, id);
    }

    private static Problem ended(JobRecord job) {
        return new Problem(Problem.Kind.CONFLICT, "The job is " + job.status + " already.");
    }

    private int change(Caller caller, String sql, long id) {
        return about(caller, database.createNativeQuery(sql), id).executeUpdate();
    }

    private static Query about(Caller caller, Query query, long id) {
        return query.setParameter("tenant", caller.tenantOrRefuse().value()).setParameter("id", id);
    }

    private JobRecord reread(Caller caller, long id) {
        database.clear();
        return get(caller, id);
    }

    private static Map<String, String> subject(JobRecord job) {
        return Map.of("job_id", String.valueOf(job.id), "kind", job.kind);
    }
}

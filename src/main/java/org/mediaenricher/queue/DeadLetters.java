package org.mediaenricher.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import org.mediaenricher.problems.Problem;
import org.mediaenricher.security.AuditLog;
import org.mediaenricher.security.Caller;
import org.mediaenricher.tenancy.RowScoped;

/** Jobs that were given up: looked at, redriven, discarded, one by one; many at once are a {@link JobAction}. */
@ApplicationScoped
@Transactional
@RowScoped
public class DeadLetters {
    @PersistenceContext
    private EntityManager database;

    @Inject
    private AuditLog audit;

    /** Those that match, newest first; the status of the filter says nothing here. */
    public List<JobRecord> list(Caller caller, JobFilter filter) {
        return database.createNativeQuery(DeskSql.DEAD, JobRecord.class)
                .setParameter("tenant", caller.tenantOrRefuse().value())
                .setParameter("kind", filter.kind().orElse(null))
                .setParameter("text", filter.text().orElse(null))
                .setParameter("after", filter.after().orElse(null))
                .setParameter("limit", filter.limit())
                .getResultList();
    }

    /** Those that match by kind and reason, the most frequent first: a dozen at the most, of the newest 10,000. */
    public List<LetterGroup> groups(Caller caller, JobFilter filter) {
        List<?> found = database.createNativeQuery(DeskSql.DEAD_GROUPS, Tuple.class)
                .setParameter("tenant", caller.tenantOrRefuse().value())
                .setParameter("kind", filter.kind().orElse(null))
                .setParameter("text", filter.text().orElse(null))
                .getResultList();
        return found.stream().map(Tuple.class::cast).map(DeadLetters::group).toList();
    }

    private static LetterGroup group(Tuple row) {
        return new LetterGroup(
                row.get("kind", String.class),
                row.get("reason", String.class),
                row.get("number", Number.class).longValue());
    }

    /**
     * One of them.
     *
     * @throws Problem NOT_FOUND
     */
    public JobRecord get(Caller caller, long id) {
        List<?> found = about(caller, database.createNativeQuery(DeskSql.DEAD_ONE, JobRecord.class), id)
                .getResultList();
        return found.stream()
                .map(JobRecord.class::cast)
                .findFirst()
                .orElseThrow(() -> new Problem(Problem.Kind.NOT_FOUND, "There is no dead letter " + id + "."));
    }

    /**
     * Makes it a job again, under the same id, with all its attempts. However often this is asked, it is done once.
     *
     * @throws Problem NOT_FOUND, also when somebody else was quicker; CONFLICT when a job with its unique key waits or
     *     runs
     */
    public void redrive(Caller caller, long id) {
        JobRecord letter = get(caller, id);
        if (about(caller, database.createNativeQuery(DeskSql.REDRIVE), id).executeUpdate() == 0) {
            throw new Problem(
                    Problem.Kind.CONFLICT,
                    letter.uniqueKey == null
                            ? "Somebody else was quicker; look again."
                            : "A job of this kind with the key \"" + letter.uniqueKey + "\" waits or runs already.");
        }
        Wakeup.tell(database, letter.kind);
        audit.done(caller, "redrive", subject(letter));
    }

    /**
     * Takes it away for good.
     *
     * @throws Problem NOT_FOUND
     */
    public void discard(Caller caller, long id) {
        JobRecord letter = get(caller, id);
        if (about(caller, database.createNativeQuery(DeskSql.DISCARD), id).executeUpdate() == 0) {
            throw new Problem(Problem.Kind.NOT_FOUND, "There is no dead letter " + id + ".");
        }
        audit.done(caller, "discard", subject(letter));
    }

    private static Query about(Caller caller, Query query, long id) {
        return query.setParameter("tenant", caller.tenantOrRefuse().value()).setParameter("id", id);
    }

    private static Map<String, String> subject(JobRecord letter) {
        return Map.of("job_id", String.valueOf(letter.id), "kind", letter.kind);
    }
}

package org.mediaenricher.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mediaenricher.problems.Problem;
import org.mediaenricher.security.AuditLog;
import org.mediaenricher.security.Caller;
import org.mediaenricher.tenancy.RowScoped;

/** Redriving or discarding many dead letters: written down with its reason, audited, and carried out by a job. */
@ApplicationScoped
@Transactional
@RowScoped
public class JobActions {
    private static final String OPEN = """
            insert into public.job_actions (tenant_id, id, action, filter, reason, asked_by, expected)
            values (:tenant, :id, :action, cast(:filter as jsonb), :reason, :by, :expected)
            """;

    private static final String LIST = """
            select a.* from public.job_actions a
             where a.tenant_id = :tenant
               and (cast(:after as uuid) is null
                    or (a.asked_at, a.id) < (select b.asked_at, b.id from public.job_actions b
                                              where b.tenant_id = :tenant and b.id = cast(:after as uuid)))
             order by a.asked_at desc, a.id desc
             limit :limit
            """;

    @PersistenceContext
    private EntityManager database;

    @Inject
    private Jobs jobs;

    @Inject
    private AuditLog audit;

    /** How many dead letters a choice matches now. */
    public long count(Caller caller, LetterChoice choice) {
        return ((Number) database.createNativeQuery(DeskSql.DEAD_COUNT)
                        .setParameter("tenant", caller.tenantOrRefuse().value())
                        .setParameter("kind", choice.kind().orElse(null))
                        .setParameter("text", choice.text().orElse(null))
                        .setParameter("ids", ids(choice))
                        .getSingleResult())
                .longValue();
    }

    /**
     * Makes all that match jobs again.
     *
     * @param reason why, for the log
     * @throws Problem CONFLICT when none does
     */
    public JobAction redrive(Caller caller, LetterChoice choice, String reason) {
        return open(caller, "redrive", choice, reason);
    }

    /**
     * Takes all that match away for good.
     *
     * @param reason why, for the log
     * @throws Problem CONFLICT when none does
     */
    public JobAction discard(Caller caller, LetterChoice choice, String reason) {
        return open(caller, "discard", choice, reason);
    }

    /**
     * One of them as it stands now.
     *
     * @throws Problem NOT_FOUND
     */
    public JobAction get(UUID id) {
        return Optional.ofNullable(database.find(JobAction.class, id))
                .orElseThrow(() -> new Problem(Problem.Kind.NOT_FOUND, "There is no action " + id + "."));
    }

    /**
     * All of them, newest first.
     *
     * @param after only those older than this one
     */
    public List<JobAction> list(Caller caller, Optional<UUID> after, int limit) {
        return database.createNativeQuery(LIST, JobAction.class)
                .setParameter("tenant", caller.tenantOrRefuse().value())
                .setParameter("after", after.orElse(null))
                .setParameter("limit", limit)
                .getResultList();
    }

    private JobAction open(Caller caller, String action, LetterChoice choice, String reason) {
        long expected = count(caller, choice);
        if (expected == 0) {
            throw new Problem(Problem.Kind.CONFLICT, "No dead letter matches.");
        }
        UUID id = UUID.randomUUID();
        database.createNativeQuery(OPEN)
                .setParameter("tenant", caller.tenantOrRefuse().value())
                .setParameter("id", id)
                .setParameter("action", action)
                .setParameter("filter", json(choice).toString())
                .setParameter("reason", reason)
                .setParameter("by", caller.user())
                .setParameter("expected", expected)
                .executeUpdate();
        JsonObject payload =
                Json.createObjectBuilder().add("action", id.toString()).build();
        jobs.enqueue(NewJob.of(CarryOutAction.KIND, caller.tenantOrRefuse(), payload));
        audit.done(
                caller,
                action + "-all",
                Map.of("action_id", id.toString(), "reason", reason, "expected", String.valueOf(expected)));
        return get(id);
    }

    private static JsonObject json(LetterChoice choice) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        choice.kind().ifPresent(kind -> json.add("kind", kind));
        choice.text().ifPresent(text -> json.add("text", text));
        if (!choice.ids().isEmpty()) {
            JsonArrayBuilder ids = Json.createArrayBuilder();
            choice.ids().forEach(ids::add);
            json.add("ids", ids);
        }
        return json.build();
    }

    private static String ids(LetterChoice choice) {
        return choice.ids().isEmpty()
                ? null
                : choice.ids().toString().replace('[', '{').replace(']', '}');
    }
}

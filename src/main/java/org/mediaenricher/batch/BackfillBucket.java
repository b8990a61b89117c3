package org.mediaenricher.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Optional;
import org.mediaenricher.problems.Problem;
import org.mediaenricher.queue.Job;
import org.mediaenricher.queue.JobHandler;
import org.mediaenricher.queue.JobKind;
import org.mediaenricher.queue.Outcome;
import org.mediaenricher.runs.Runs;
import org.mediaenricher.security.Caller;
import org.mediaenricher.security.Role;
import org.mediaenricher.tenancy.TenantId;

/**
 * Opens a run over a bucket, as {@code POST /media-enricher/cron} does: while one is busy there, opens none. The job is
 * done when the run is open; {@link RunKeeper} takes it up.
 */
@ApplicationScoped
class BackfillBucket implements JobHandler<BackfillPayload> {
    @Inject
    private Runs runs;

    @Override
    public JobKind kind() {
        return JobKind.named("backfill-bucket");
    }

    @Override
    public BackfillPayload decode(int version, JsonObject payload) {
        return BackfillPayload.of(payload);
    }

    @Override
    public Outcome handle(Job<BackfillPayload> job) {
        if (job.tenant().isEmpty()) {
            return Outcome.giveUp("A bucket is a tenant's.");
        }
        try {
            runs.open(
                    asker(job.tenant().get(), job.payload().schedule()),
                    job.payload().run());
            return Outcome.done();
        } catch (Problem refused) {
            return refused.kind() == Problem.Kind.UNAVAILABLE
                    ? Outcome.retry(refused.getMessage())
                    : Outcome.giveUp(refused.getMessage());
        }
    }

    /** Who opens the run, as the run and the audit log name them. */
    private static Caller asker(TenantId tenant, Optional<String> schedule) {
        String name = schedule.map(given -> "schedule \"" + given + "\"").orElse("the queue");
        return new Caller(name, Role.SERVICE, Optional.empty(), Optional.of(tenant));
    }
}

package org.mediaenricher.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.UUID;

/** Carries out a {@link JobAction}, some letters at a time; killed in between, it goes on where it was. */
@ApplicationScoped
class CarryOutAction implements JobHandler<UUID> {
    static final JobKind KIND = JobKind.named("carry-out-action")
            .effect(Effect.OUTSIDE)
            .attempts(25)
            .timeout(Duration.ofMinutes(10))
            .atOnce(1, 0);

    @Inject
    private LetterMoves moves;

    @Override
    public JobKind kind() {
        return KIND;
    }

    /** An action is somebody's, with a reason. */
    @Override
    public boolean schedulable() {
        return false;
    }

    @Override
    public UUID decode(int version, JsonObject payload) {
        return UUID.fromString(payload.getString("action"));
    }

    @Override
    public Outcome handle(Job<UUID> job) throws InterruptedException {
        UUID tenant = job.tenant().orElseThrow().value();
        while (moves.some(tenant, job.payload())) {
            if (job.cancelled().getAsBoolean()) {
                throw new InterruptedException();
            }
        }
        return Outcome.done();
    }
}

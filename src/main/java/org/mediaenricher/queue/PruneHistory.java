package org.mediaenricher.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Deletes what was kept long enough; what it does not get done in its time, the next one does. */
@ApplicationScoped
class PruneHistory implements JobHandler<JsonObject> {
    private static final Logger LOG = Logger.getLogger(PruneHistory.class);
    private static final Duration TIMEOUT = Duration.ofMinutes(15);

    /** Ends by itself before it would be interrupted. */
    private static final Duration BUDGET = Duration.ofMinutes(10);

    @Inject
    private Pruning pruning;

    @Override
    public JobKind kind() {
        return JobKind.named("prune-history")
                .effect(Effect.OUTSIDE)
                .timeout(TIMEOUT)
                .atOnce(1, 0)
                .mostRunning(1);
    }

    @Override
    public JsonObject decode(int version, JsonObject payload) {
        return payload;
    }

    @Override
    public Outcome handle(Job<JsonObject> job) {
        long end = System.nanoTime() + BUDGET.toNanos();
        long deleted = pruning.prune(() -> !job.cancelled().getAsBoolean() && System.nanoTime() - end < 0);
        if (deleted > 0) {
            LOG.infof("Deleted %d rows that were kept long enough", deleted);
        }
        return Outcome.done();
    }

    @Override
    public boolean schedulable() {
        return false;
    }
}

package org.mediaenricher.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;

/**
 * Rescues and promotes jobs, as each node does all the time: in case that none does as it should. Sums up what ended for
 * the charts.
 */
@ApplicationScoped
class QueueSweep implements JobHandler<JsonObject> {
    @Inject
    private Queue queue;

    @Inject
    private Dispatcher dispatcher;

    @Inject
    private Rollups rollups;

    @Override
    public JobKind kind() {
        return JobKind.named("queue-sweep").effect(Effect.OUTSIDE).mostRunning(1);
    }

    @Override
    public JsonObject decode(int version, JsonObject payload) {
        return payload;
    }

    @Override
    public Outcome handle(Job<JsonObject> job) {
        queue.rescue();
        dispatcher.poll();
        while (!job.cancelled().getAsBoolean() && rollups.next()) {
            // an hour at a time: after a long pause there is a day to sum up
        }
        return Outcome.done();
    }

    @Override
    public boolean schedulable() {
        return false;
    }
}

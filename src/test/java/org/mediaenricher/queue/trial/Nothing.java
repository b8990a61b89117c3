package org.mediaenricher.queue.trial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import java.time.Duration;
import org.mediaenricher.queue.Effect;
import org.mediaenricher.queue.Job;
import org.mediaenricher.queue.JobHandler;
import org.mediaenricher.queue.JobKind;
import org.mediaenricher.queue.Outcome;

/** Does nothing, in each way. */
abstract class Nothing implements JobHandler<JsonObject> {
    @Override
    public JsonObject decode(int version, JsonObject payload) {
        return payload;
    }

    @Override
    public Outcome handle(Job<JsonObject> job) {
        return Outcome.done();
    }

    /** Each in a transaction of its own. */
    @ApplicationScoped
    static class InTransaction extends Nothing {
        @Override
        public JobKind kind() {
            return JobKind.named("nothing-in-transaction").atOnce(16, 250);
        }
    }

    /** Up to twenty in a transaction. */
    @ApplicationScoped
    static class Together extends Nothing {
        @Override
        public JobKind kind() {
            return JobKind.named("nothing-together").atOnce(4, 500).together(20);
        }
    }

    /** Claimed and ended in batches. */
    @ApplicationScoped
    static class Outside extends Nothing {
        @Override
        public JobKind kind() {
            return JobKind.named("nothing-outside")
                    .effect(Effect.OUTSIDE)
                    .timeout(Duration.ofSeconds(30))
                    .atOnce(2, 1000);
        }
    }
}

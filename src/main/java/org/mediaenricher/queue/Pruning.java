package org.mediaenricher.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/** Goes through what is kept, batch by batch, from the oldest on. */
@ApplicationScoped
class Pruning {
    @Inject
    private PruningSteps steps;

    @Inject
    private QueueSettings settings;

    /**
     * Deletes what was kept long enough.
     *
     * @param goOn asked before each batch
     * @return how many rows
     */
    long prune(BooleanSupplier goOn) {
        Duration history = settings.history();
        Duration deadLetters = settings.deadLetters();
        return all(goOn, steps::keptShorter)
                + all(goOn, () -> steps.ticks(history))
                + history(goOn, history)
                + all(goOn, () -> steps.deadLetters(deadLetters))
                + all(goOn, () -> steps.actions(deadLetters));
    }

    private static long all(BooleanSupplier goOn, IntSupplier batch) {
        long sum = 0;
        int deleted = 1;
        while (deleted > 0 && goOn.getAsBoolean()) {
            deleted = batch.getAsInt();
            sum += deleted;
        }
        return sum;
    }

    /**
     * Tenant by tenant in the order of ids, for that is the index there is; and ids are old where rows are. Of a tenant it
     * is over with the first batch of which all were made later than what is to go.
     */
    private long history(BooleanSupplier goOn, Duration keep) {
        long sum = 0;
        Optional<UUID> tenant = Optional.of(Owner.NOBODY);
        while (tenant.isPresent() && goOn.getAsBoolean()) {
            sum += historyOf(goOn, tenant.get(), keep);
            tenant = steps.tenantAfter(tenant.get());
        }
        return sum;
    }

    private long historyOf(BooleanSupplier goOn, UUID tenant, Duration keep) {
        long sum = 0;
        Optional<Long> position = Optional.of(0L);
        while (position.isPresent() && goOn.getAsBoolean()) {
            PruningSteps.Walked walked = steps.history(tenant, position.get(), keep);
            sum += walked.deleted();
            position = walked.position();
        }
        return sum;
    }
}

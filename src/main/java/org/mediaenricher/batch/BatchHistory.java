package org.mediaenricher.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.IntSupplier;
import org.mediaenricher.runs.ExecutionBook;
import org.mediaenricher.tenancy.RowScope;

/**
 * What executions leave behind: rows of our history, and job instances in the repositories of all nodes' engines, also
 * of nodes that never come back.
 */
@ApplicationScoped
public class BatchHistory {
    /** Few, so that no transaction is long: nobody waits for this. */
    private static final int AT_ONCE = 200;

    private ExecutionBook book;
    private Duration age;

    /** For the container's proxy only. */
    BatchHistory() {}

    @Inject
    BatchHistory(ExecutionBook book, BatchSettings settings) {
        this.book = book;
        this.age = settings.history();
    }

    /** Deletes what is older than {@code mediaenricher.batch.history}; any number of nodes may do so at once. */
    public void forget() {
        RowScope.service().within(() -> {
            untilLittleIsLeft(() -> book.forget(age, AT_ONCE));
            untilLittleIsLeft(() -> book.forgetInstances(age, AT_ONCE));
            return null;
        });
    }

    private static void untilLittleIsLeft(IntSupplier delete) {
        int deleted;
        do {
            deleted = delete.getAsInt();
        } while (deleted == AT_ONCE);
    }
}

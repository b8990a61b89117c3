package org.mediaenricher.batch.backfill;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.mediaenricher.runs.RunProgress;
import org.mediaenricher.runs.RunWork;
import org.mediaenricher.tenancy.RowScope;
import org.mediaenricher.tenancy.TenantId;

/**
 * The two job parameters every artifact of this job gets.
 *
 * @param run which run
 * @param tenant whose
 */
record RunParameters(UUID run, TenantId tenant) {
    static RunParameters of(String run, String tenant) {
        return new RunParameters(UUID.fromString(run), TenantId.of(tenant));
    }

    /** Batch threads have no caller: they act for the run's tenant. */
    <T> T asTenant(Supplier<T> work) {
        return RowScope.service(tenant).within(work);
    }

    /** What there is to do, empty when the run is not to go on. */
    Optional<RunWork> work(RunProgress progress) {
        return asTenant(() -> progress.work(run));
    }
}

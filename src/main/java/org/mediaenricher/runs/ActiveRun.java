package org.mediaenricher.runs;

import java.util.UUID;
import org.mediaenricher.tenancy.TenantId;

/**
 * A run that moves, or should.
 *
 * @param id the run
 * @param tenant whose
 * @param stopping whether somebody asked it to stop
 * @param execution the last execution of it by this node's batch engine, 0 for none
 * @param left what is left to do
 */
public record ActiveRun(UUID id, TenantId tenant, boolean stopping, long execution, Left left) {
    /** What is left to do of a run. */
    public enum Left {
        /** A survey to begin or to go on with, or slices to lease. */
        WORK,
        /** Slices that other nodes hold. */
        WITH_OTHERS,
        /** Every slice is done. */
        NOTHING
    }
}

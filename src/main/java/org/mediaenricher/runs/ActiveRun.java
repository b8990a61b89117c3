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
 */
public record ActiveRun(UUID id, TenantId tenant, boolean stopping, long execution) {}

package org.mediaenricher.runs;

import java.util.UUID;
import org.mediaenricher.leases.Incarnation;
import org.mediaenricher.tenancy.TenantId;

/**
 * An execution of a job as it begins.
 *
 * @param tenant whose
 * @param run of which run
 * @param node the life of the node whose engine it is
 * @param number its number in that engine's repository
 * @param job the job's name
 * @param parameters the job's, as a JSON object
 */
public record BegunExecution(TenantId tenant, UUID run, Incarnation node, long number, String job, String parameters) {}

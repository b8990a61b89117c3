package org.mediaenricher.queue;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.mediaenricher.tenancy.TenantId;

/**
 * One attempt of a job, as its handler sees it.
 *
 * @param tenant whose it is, empty for work that is no tenant's
 * @param id unique among all jobs
 * @param attempt which one this is, from 1
 * @param maxAttempts the last one
 * @param payload what it is about
 * @param correlationId of the request it came from, empty when from none
 * @param cancelled whether somebody called it off meanwhile; long work asks now and then
 */
public record Job<P>(
        Optional<TenantId> tenant,
        long id,
        int attempt,
        int maxAttempts,
        P payload,
        Optional<String> correlationId,
        BooleanSupplier cancelled) {}

package org.mediaenricher.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import org.mediaenricher.tenancy.RowScoped;

/** Calls the handler. */
@ApplicationScoped
class Handling {
    @Inject
    private Endings endings;

    /** Within the running transaction, which ends the job too when it is done. */
    @Transactional(TxType.MANDATORY)
    @RowScoped
    <P> Outcome within(JobHandler<P> handler, ClaimedJob claimed, Job<P> job) {
        Outcome outcome = handle(handler, job);
        if (outcome instanceof Outcome.Done) {
            endings.complete(claimed);
        }
        return outcome;
    }

    /** Without a transaction. */
    <P> Outcome outside(JobHandler<P> handler, Job<P> job) {
        return handle(handler, job);
    }

    private static <P> Outcome handle(JobHandler<P> handler, Job<P> job) {
        try {
            return handler.handle(job);
        } catch (RuntimeException asItIs) {
            throw asItIs;
        } catch (Exception checked) {
            throw new HandlerFailed(checked);
        }
    }
}

package org.mediaenricher.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
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

    /**
     * Several within the running transaction, which ends all of them too when all are done.
     *
     * @return whether that is so
     * @throws ClaimLost when one of them is no longer held here
     */
    @Transactional(TxType.MANDATORY)
    @RowScoped
    <P> boolean together(JobHandler<P> handler, List<Attempts.Readied<P>> jobs) {
        for (Attempts.Readied<P> one : jobs) {
            Attempts.tell(one.claimed());
            if (one.job().cancelled().getAsBoolean() || !(handle(handler, one.job()) instanceof Outcome.Done)) {
                return false;
            }
        }
        endings.complete(jobs.stream().map(Attempts.Readied::claimed).toList());
        return true;
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

package org.mediaenricher.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** Runs one attempt on the current thread, from payload to verdict. */
@ApplicationScoped
class Attempts {
    private static final Logger LOG = Logger.getLogger(Attempts.class);

    /** Longer than the driver waits for an answer: a transaction is ended by its attempt's timeout, or by the line. */
    private static final int GRACE_SECONDS = 75;

    /** Kept, for it keeps its buffers. */
    private static final JsonReaderFactory JSON = Json.createReaderFactory(Map.of());

    @Inject
    private UserTransaction transaction;

    @Inject
    private Handling handling;

    /**
     * @return what is to be written down of it; empty when that is done already, or is no longer ours to do
     */
    <P> Optional<Ending> run(JobHandler<P> handler, JobKind kind, Attempt attempt) {
        ClaimedJob claimed = attempt.job();
        try {
            tell(claimed);
            Optional<Job<P>> job = decoded(handler, attempt, claimed);
            if (job.isEmpty()) {
                return Optional.of(unreadable(kind, claimed));
            }
            return Owner.scope(claimed.tenant()).within(() -> handled(handler, kind, claimed, job.get()));
        } catch (ClaimLost lost) {
            LOG.infof("%s; what it did is undone", lost.getMessage());
            return Optional.empty();
        } catch (Throwable thrown) { // also what exhausts the memory: it is this job's end and not its thread's
            return Optional.of(
                    attempt.cancelled()
                            ? Verdict.on(attempt.interruption(), kind, claimed)
                            : Verdict.on(HandlerFailed.unwrap(thrown), kind, claimed));
        } finally {
            MDC.clear();
        }
    }

    /**
     * Runs jobs of one tenant in one transaction.
     *
     * @return whether they are done and that is written down; if not, nothing of any of them is left, and each is to be
     *     tried alone, for its own outcome to count
     */
    <P> boolean runTogether(JobHandler<P> handler, JobKind kind, Attempt attempt) {
        try {
            List<Readied<P>> jobs = attempt.jobs().stream()
                    .flatMap(job -> decoded(handler, attempt, job).map(read -> new Readied<>(job, read)).stream())
                    .toList();
            return jobs.size() == attempt.jobs().size()
                    && Owner.scope(attempt.job().tenant())
                            .within(() -> inTransaction(kind, () -> handling.together(handler, jobs), done -> done));
        } catch (Throwable undone) { // also what exhausts the memory: it is known of whom when each is tried alone
            LOG.debugf(
                    undone, "%d jobs (%s) are tried each alone", attempt.jobs().size(), kind.name());
            return false;
        } finally {
            MDC.clear();
        }
    }

    private <P> Optional<Ending> handled(JobHandler<P> handler, JobKind kind, ClaimedJob claimed, Job<P> job) {
        if (kind.effect() == Effect.OUTSIDE) {
            return Optional.of(Verdict.on(handling.outside(handler, job), kind, claimed));
        }
        Outcome outcome = inTransaction(
                kind, () -> handling.within(handler, claimed, job), answer -> answer instanceof Outcome.Done);
        return outcome instanceof Outcome.Done ? Optional.empty() : Optional.of(Verdict.on(outcome, kind, claimed));
    }

    /** Answers what the work did; commits where that is good, and rolls back else. */
    private <A> A inTransaction(JobKind kind, Supplier<A> work, Predicate<A> good) {
        try {
            return begunAndEnded(kind, work, good);
        } catch (RuntimeException asItIs) {
            throw asItIs;
        } catch (Exception ofTheTransaction) {
            throw new HandlerFailed(ofTheTransaction);
        }
    }

    private <A> A begunAndEnded(JobKind kind, Supplier<A> work, Predicate<A> good) throws Exception {
        transaction.setTransactionTimeout((int) kind.timeout().toSeconds() + GRACE_SECONDS);
        transaction.begin();
        try {
            A answer = work.get();
            if (good.test(answer)) {
                transaction.commit();
            }
            return answer;
        } finally {
            if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
                transaction.rollback();
            }
        }
    }

    private <P> Optional<Job<P>> decoded(JobHandler<P> handler, Attempt attempt, ClaimedJob claimed) {
        try (JsonReader reader = JSON.createReader(new StringReader(claimed.payload()))) {
            JsonObject json = reader.readObject();
            return Optional.of(new Job<>(
                    Owner.tenant(claimed.tenant()),
                    claimed.id(),
                    claimed.attempt(),
                    claimed.maxAttempts(),
                    handler.decode(claimed.version(), json),
                    claimed.correlationId(),
                    attempt::cancelled));
        } catch (RuntimeException unreadable) {
            LOG.debugf(unreadable, "The payload of %s", claimed);
            return Optional.empty();
        }
    }

    private static Ending unreadable(JobKind kind, ClaimedJob job) {
        return Verdict.buried(kind, job, "Its payload of version " + job.version() + " cannot be read.");
    }

    /** What the lines of the log say of this thread's job. */
    static void tell(ClaimedJob job) {
        MDC.remove("correlation_id");
        MDC.put("job_id", job.id());
        Owner.tenant(job.tenant()).ifPresent(tenant -> MDC.put("tenant_id", tenant));
        job.correlationId().ifPresent(id -> MDC.put("correlation_id", id));
    }

    /** A job and what its payload was read as. */
    record Readied<P>(ClaimedJob claimed, Job<P> job) {}
}

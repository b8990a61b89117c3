package org.mediaenricher.queue;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;
import org.mediaenricher.tenancy.Outages;

/** What follows from how an attempt ended, by the rules of its kind. */
final class Verdict {
    /** So often the database may be away during a job before it looks as if the job were to blame. */
    private static final int MOST_SETBACKS = 25;

    private static final Logger LOG = Logger.getLogger(Verdict.class);

    private Verdict() {}

    /** On an outcome that a handler told, other than {@link Outcome.Done} in a transaction. */
    static Ending on(Outcome outcome, JobKind kind, ClaimedJob job) {
        if (outcome instanceof Outcome.Retry retry) {
            return failed(kind, job, retry.why(), retry.after());
        }
        if (outcome instanceof Outcome.Snooze snooze) {
            return new Ending.Snoozed(job, snooze.until());
        }
        if (outcome instanceof Outcome.GiveUp giveUp) {
            return buried(kind, job, giveUp.why());
        }
        return new Ending.Completed(job);
    }

    /** On something thrown. */
    static Ending on(Throwable thrown, JobKind kind, ClaimedJob job) {
        if (Outages.caused(thrown) && job.setbacks() < MOST_SETBACKS) {
            return new Ending.GivenBack(job, true);
        }
        LOG.debugf(thrown, "%s (%s) failed", job, kind.name());
        return failed(kind, job, Sentence.of(thrown), Optional.empty());
    }

    /** On an attempt that ended because it was interrupted, or did not even then. */
    static Ending on(Attempt.Interruption interruption, JobKind kind, ClaimedJob job) {
        return switch (interruption) {
            case TIMEOUT -> failed(kind, job, "It did not end within " + kind.timeout() + ".", Optional.empty());
            case CANCEL -> new Ending.Cancelled(job);
            case STOP, NONE -> new Ending.GivenBack(job, false);
        };
    }

    static Ending buried(JobKind kind, ClaimedJob job, String reason) {
        LOG.warnf("%s (%s) is given up: %s", job, kind.name(), Sentence.of(reason));
        return new Ending.Buried(job, reason);
    }

    private static Ending failed(JobKind kind, ClaimedJob job, String why, Optional<Duration> after) {
        if (job.lastAttempt()) {
            return buried(kind, job, "Attempt " + job.attempt() + " of " + job.maxAttempts() + " failed: " + why);
        }
        Duration usual = kind.retries()
                .delayAfter(job.attempt(), ThreadLocalRandom.current().nextDouble());
        Duration delay = after.filter(asked -> asked.compareTo(usual) > 0).orElse(usual);
        LOG.infof("%s (%s) failed, attempt %d of %d: %s", job, kind.name(), job.attempt(), job.maxAttempts(), why);
        return new Ending.Failed(job, delay, why);
    }
}

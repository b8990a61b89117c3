package org.mediaenricher.console;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mediaenricher.queue.JobStatus;
import org.mediaenricher.queue.KindState;

/** All kinds of jobs together: how many stand how, and for how long. */
public final class QueueTotals {
    private static final Comparator<Instant> FIRST = Comparator.naturalOrder();

    private final List<KindState> kinds;

    QueueTotals(List<KindState> kinds) {
        this.kinds = kinds;
    }

    /** Waiting, their time has come. */
    public Total getAvailable() {
        return total(JobStatus.AVAILABLE);
    }

    /** Their time has not come. */
    public Total getScheduled() {
        return total(JobStatus.SCHEDULED);
    }

    /** Claimed by a node. */
    public Total getRunning() {
        return total(JobStatus.RUNNING);
    }

    /** Failed, and to be tried again. */
    public Total getRetryable() {
        return total(JobStatus.RETRYABLE);
    }

    /** Given up. */
    public Total getDead() {
        return total(JobStatus.DEAD);
    }

    /** Since when the first job waits whose time has come; null when none does. */
    public Instant getOldest() {
        return kinds.stream()
                .map(KindState::oldest)
                .flatMap(Optional::stream)
                .min(FIRST)
                .orElse(null);
    }

    /**
     * Jobs that stand alike.
     *
     * @param age on the average, null for none
     */
    public record Total(long jobs, Duration age) {
        /** {@code 2 min 3 s on average}; empty for none. */
        public String ageInWords() {
            return age == null ? "" : new Words().span(age) + " on average";
        }
    }

    private Total total(JobStatus status) {
        long jobs = kinds.stream().mapToLong(kind -> count(kind, status)).sum();
        double millis = kinds.stream()
                .filter(kind -> kind.ages().containsKey(status))
                .mapToDouble(kind -> (double) kind.ages().get(status).toMillis() * count(kind, status))
                .sum();
        return new Total(jobs, jobs == 0 ? null : Duration.ofMillis((long) (millis / jobs)));
    }

    private static long count(KindState kind, JobStatus status) {
        return kind.counts().getOrDefault(status, 0L);
    }
}

package org.mediaenricher.queue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where a job stands. The same words in SQL, in JSON and in the console. */
public enum JobStatus {
    /** Its time has not come yet. */
    SCHEDULED,
    /** Waits for a node. */
    AVAILABLE,
    /** A node has claimed it. */
    RUNNING,
    /** Failed, and waits for its next attempt. */
    RETRYABLE,
    /** Done. */
    COMPLETED,
    /** Called off before it was done. */
    CANCELLED,
    /** Given up, with a reason; somebody may redrive it. */
    DEAD;

    private static final Set<JobStatus> LIVE = Set.of(SCHEDULED, AVAILABLE, RUNNING, RETRYABLE);

    /** The word for it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The status of that word, empty when there is none. */
    public static Optional<JobStatus> of(String word) {
        return Arrays.stream(values())
                .filter(status -> status.word().equals(word))
                .findFirst();
    }

    /** All the words, for a message to somebody who used another. */
    public static List<String> words() {
        return Arrays.stream(values()).map(JobStatus::word).toList();
    }

    /** Whether it is still to be done: a row of {@code public.jobs}. */
    public boolean live() {
        return LIVE.contains(this);
    }
}

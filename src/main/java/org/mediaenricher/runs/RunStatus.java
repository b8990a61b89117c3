package org.mediaenricher.runs;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where a run stands. The same words in SQL, in JSON and in the console. */
public enum RunStatus {
    /** Opened, and not yet begun. */
    PENDING,
    /** A node works on it, or will again after an outage. */
    RUNNING,
    /** Somebody asked it to stop; the chunks in hand are being finished. */
    STOPPING,
    /** Stopped on request; can be restarted where it stopped. */
    STOPPED,
    /** Every object of the survey has an outcome. */
    COMPLETED,
    /** Ended before its time, with a reason; can be restarted where it stopped. */
    FAILED;

    private static final Set<RunStatus> ACTIVE = Set.of(PENDING, RUNNING, STOPPING);

    /** The word for it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The status of that word, empty when there is none. */
    public static Optional<RunStatus> of(String word) {
        return Arrays.stream(values())
                .filter(status -> status.word().equals(word))
                .findFirst();
    }

    /** All the words, for a message to somebody who used another. */
    public static List<String> words() {
        return Arrays.stream(values()).map(RunStatus::word).toList();
    }

    /** Whether the run still moves; at most one such run per bucket and prefix. */
    public boolean active() {
        return ACTIVE.contains(this);
    }

    /** Whether it can be restarted where it stopped. */
    public boolean restartable() {
        return this == STOPPED || this == FAILED;
    }
}

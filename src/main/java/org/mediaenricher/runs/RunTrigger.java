package org.mediaenricher.runs;

import java.util.Locale;

/** What opened a run. */
public enum RunTrigger {
    /** A person or a program, now. */
    BACKFILL,
    /** A scheduler. */
    CRON,
    /** Somebody who wants the failed objects of another run tried again. */
    RETRY;

    /** The word for it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package org.mediaenricher.queue;

import java.time.Duration;

/** What is to be written down of an attempt that has ended. */
sealed interface Ending {
    ClaimedJob job();

    /** Done, outside of a transaction. */
    record Completed(ClaimedJob job) implements Ending {}

    /** Called off while it ran. */
    record Cancelled(ClaimedJob job) implements Ending {}

    /** Failed, with another attempt to come. */
    record Failed(ClaimedJob job, Duration delay, String error) implements Ending {}

    /** Failed for good. */
    record Buried(ClaimedJob job, String reason) implements Ending {}

    /** Too early; the attempt does not count. */
    record Snoozed(ClaimedJob job, Duration delay) implements Ending {}

    /**
     * Back to the others, the attempt does not count.
     *
     * @param setback whether for want of the database, which is borne only so often
     */
    record GivenBack(ClaimedJob job, boolean setback) implements Ending {}
}

package org.mediaenricher.queue;

/** How what a job does and that it is done go together. */
public enum Effect {
    /**
     * The handler works in a transaction, which also ends the job: both commit or neither, so its effect on the database
     * happens exactly once, whatever crashes when.
     */
    IN_TRANSACTION,
    /**
     * The handler works without a transaction, and the end of the job is written down afterwards, together with others:
     * at least once. What a node had done and not yet written down when it died is done again, at the most as many jobs
     * as its kind may hold at once.
     */
    OUTSIDE
}

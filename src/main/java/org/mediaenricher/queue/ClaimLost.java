package org.mediaenricher.queue;

/** The job is another node's by now; nothing of this attempt may be written. */
final class ClaimLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ClaimLost(ClaimedJob job) {
        super(job + " is not held under token " + job.token() + " any more", null, false, false);
    }
}

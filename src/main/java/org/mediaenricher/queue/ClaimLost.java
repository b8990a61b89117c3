package org.mediaenricher.queue;

import java.util.List;

/** A job is another node's by now; nothing of this attempt may be written. */
final class ClaimLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param jobs at least one of them
     */
    ClaimLost(List<ClaimedJob> jobs) {
        super(about(jobs), null, false, false);
    }

    private static String about(List<ClaimedJob> jobs) {
        return jobs.size() == 1
                ? jobs.get(0) + " is not held under token " + jobs.get(0).token() + " any more"
                : "one of " + jobs.size() + " jobs is not held under its token any more";
    }
}

package org.mediaenricher.runs;

import java.util.Optional;

/**
 * What somebody asks of a run.
 *
 * @param bucket the bucket's name
 * @param prefix only keys that begin with it; empty for all
 * @param limit how many objects at the most, 0 for all
 * @param mode which objects
 * @param looks whether pictures are decoded too
 * @param skipLimit how many objects may fail before the run does, -1 for any number
 * @param retry whose failures are to be tried again, empty for none
 * @param trigger what asks
 * @param idempotencyKey under which the same request may be sent twice, empty for none
 */
public record NewRun(
        String bucket,
        String prefix,
        long limit,
        RunMode mode,
        boolean looks,
        long skipLimit,
        Optional<Retry> retry,
        RunTrigger trigger,
        Optional<String> idempotencyKey) {
    /** The failed objects of {@code run}, once more; with a code only those that failed with it. */
    static NewRun retrying(Run run, Optional<String> code) {
        return new NewRun(
                run.bucket(),
                run.prefix(),
                0,
                RunMode.FAILED,
                run.looks(),
                -1,
                Optional.of(new Retry(run.id(), code)),
                RunTrigger.RETRY,
                Optional.empty());
    }

    /** Whether a run that is there already is what this asks for. */
    boolean sameAs(Run run) {
        return bucket.equals(run.bucket())
                && prefix.equals(run.prefix())
                && limit == run.limit().orElse(0L)
                && mode == run.mode()
                && looks == run.looks()
                && skipLimit == run.skipLimit().orElse(-1L)
                && retry.equals(run.retry());
    }
}

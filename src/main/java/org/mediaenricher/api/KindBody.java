package org.mediaenricher.api;

import java.time.Instant;
import org.mediaenricher.queue.JobStatus;
import org.mediaenricher.queue.KindState;

/**
 * How a kind of job stands.
 *
 * @param oldestWaiting since when the oldest job waits whose time has come
 * @param completed in the last hour
 * @param cancelled in the last hour
 * @param pause absent while jobs of the kind are begun
 */
public record KindBody(
        String kind,
        long scheduled,
        long available,
        long running,
        long retryable,
        long completed,
        long cancelled,
        long dead,
        Instant oldestWaiting,
        PauseBody pause) {
    /** Why no job of it is begun for now. */
    public record PauseBody(String by, Instant at, String reason) {}

    static KindBody of(KindState state) {
        return new KindBody(
                state.kind(),
                count(state, JobStatus.SCHEDULED),
                count(state, JobStatus.AVAILABLE),
                count(state, JobStatus.RUNNING),
                count(state, JobStatus.RETRYABLE),
                count(state, JobStatus.COMPLETED),
                count(state, JobStatus.CANCELLED),
                count(state, JobStatus.DEAD),
                state.oldest().orElse(null),
                state.pause()
                        .map(pause -> new PauseBody(pause.by(), pause.at(), pause.reason()))
                        .orElse(null));
    }

    private static long count(KindState state, JobStatus status) {
        return state.counts().getOrDefault(status, 0L);
    }
}

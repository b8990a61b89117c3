package org.mediaenricher.queue;

import jakarta.json.JsonObject;

/**
 * Does the jobs of one kind. A CDI bean of this type is found by itself; it must be {@code @ApplicationScoped} or
 * {@code @Dependent}, and safe to use by many threads at once.
 *
 * @param <P> what a payload is read as
 */
public interface JobHandler<P> {
    /** Which kind. Asked once. */
    JobKind kind();

    /**
     * Reads a payload.
     *
     * @param version the one it was written in, at the most that of {@link #kind()}
     * @throws RuntimeException when it cannot be read; the job then goes to the dead letters, for it never will be
     */
    P decode(int version, JsonObject payload);

    /**
     * Does one attempt, in the scope of the job's tenant. Must end soon after its thread is interrupted.
     *
     * @return how it ended; whatever is thrown means the same as {@link Outcome.Retry}
     */
    Outcome handle(Job<P> job) throws Exception;

    /** Whether a tenant may put it on a schedule; not what the server does for itself. */
    default boolean schedulable() {
        return true;
    }
}

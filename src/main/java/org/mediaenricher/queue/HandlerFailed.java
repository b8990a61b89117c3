package org.mediaenricher.queue;

/** Carries what a handler threw out of places that know no checked exceptions. */
final class HandlerFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    HandlerFailed(Exception thrown) {
        super(null, thrown, false, false);
    }

    static Throwable unwrap(Throwable thrown) {
        return thrown instanceof HandlerFailed ? thrown.getCause() : thrown;
    }
}

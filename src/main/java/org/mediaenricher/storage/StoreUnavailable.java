package org.mediaenricher.storage;

/**
 * The store as a whole does not do its work: unreachable, out of time, overloaded, failing, its root
 * folder gone, or our credentials refused. Nothing is known about any object. Try again later; the
 * message tells the operator why.
 */
public final class StoreUnavailable extends StoreFailure {
    private static final long serialVersionUID = 1L;

    /** With the store's own reason, which may be null. */
    public StoreUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}

package org.mediaenricher.storage;

/** What can go wrong with a store, by what the caller can do about it. */
public abstract sealed class StoreFailure extends RuntimeException
        permits StoreUnavailable, NoSuchBucket, ObjectFailure {
    private static final long serialVersionUID = 1L;

    StoreFailure(String message, Throwable cause) {
        super(message, cause);
    }
}

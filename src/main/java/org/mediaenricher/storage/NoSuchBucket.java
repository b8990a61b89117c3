package org.mediaenricher.storage;

/** There is no bucket of that name, or none that is ours. Another try gives the same answer. */
public final class NoSuchBucket extends StoreFailure {
    private static final long serialVersionUID = 1L;

    /** Names the bucket that was asked for. */
    public NoSuchBucket(String bucket) {
        super("no bucket " + bucket, null);
    }
}

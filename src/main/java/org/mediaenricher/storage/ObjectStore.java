package org.mediaenricher.storage;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Buckets of objects, wherever they are. Safe for many threads at once. All methods block; each throws
 * a {@link StoreFailure} whose class says what to do about it: {@link StoreUnavailable} is worth
 * another try later, {@link NoSuchBucket} is not, and {@link ObjectFailure} concerns that one object
 * while all others go on.
 */
public interface ObjectStore extends AutoCloseable {
    /**
     * Tells whether there is such a bucket that we may list.
     *
     * @param bucket any text; one that cannot be a bucket's name is simply no bucket
     * @throws StoreUnavailable when the store gives no answer
     */
    boolean bucketExists(String bucket);

    /**
     * One page of a bucket's objects.
     *
     * <p>Objects that come or go while one pages through may or may not be seen; all others are seen
     * exactly once. Objects whose path no {@link ObjectKey} can hold are left out.
     *
     * @throws NoSuchBucket when there is none of that name
     * @throws StoreUnavailable when the store gives no answer, or none to us
     */
    Listing list(String bucket, ListQuery query);

    /**
     * Describes one object, empty when there is none.
     *
     * @throws ObjectFailure when the store will not tell us of it
     * @throws StoreUnavailable when the store gives no answer
     */
    Optional<StoredObject> stat(ObjectKey key);

    /**
     * Opens an object for ranged reads. Cheap: asks the store nothing that {@code object} tells already,
     * so a failure may show only in the first read.
     *
     * @param bucket the bucket it was found in
     * @param object as {@link #list} or {@link #stat} told of it
     * @throws NoSuchBucket when the bucket is gone
     * @throws ObjectFailure when it is gone, or we may not read it
     * @throws StoreUnavailable when the store gives no answer
     */
    ObjectReader open(String bucket, StoredObject object);

    /**
     * Writes an object, in place of any of that name. Others see the old content or the new one, whole,
     * and nothing in between; when this returns, the content is durable.
     *
     * @param content read up to its end, not closed
     * @param size exactly how many bytes {@code content} holds
     * @return the object as it is stored now
     * @throws IOException when {@code content} fails, or holds more or fewer bytes; nothing is stored
     * @throws NoSuchBucket when there is none of that name
     * @throws ObjectFailure when the store refuses this object
     * @throws StoreUnavailable when the store gives no answer; the object may be stored or not
     */
    StoredObject put(ObjectKey key, InputStream content, long size) throws IOException;

    /**
     * Removes an object. One that is not there is no failure.
     *
     * @throws NoSuchBucket when there is none of that name
     * @throws ObjectFailure when the store refuses to
     * @throws StoreUnavailable when the store gives no answer
     */
    void delete(ObjectKey key);

    /**
     * Asks the store for a sign of life, as cheaply as it can be done.
     *
     * @throws StoreUnavailable when there is none, with the reason for the operator
     */
    void check();

    /** Gives back connections and files. No other method may be called after it. */
    @Override
    void close();
}

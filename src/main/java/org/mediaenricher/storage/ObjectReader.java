package org.mediaenricher.storage;

/**
 * Reads ranges of one object. For one thread at a time.
 *
 * <p>Costs of a read: the filesystem holds the file open, so it is one system call; S3 sends one
 * ranged GET, so few large reads are better than many small ones.
 */
public interface ObjectReader extends AutoCloseable {
    /**
     * Reads a range. Fewer bytes than asked for come only at the end of the object.
     *
     * @param offset first byte of the range, from 0; may lie behind the end
     * @param into where the bytes go
     * @param from first index in {@code into}
     * @param length how many bytes are wanted
     * @return how many came; 0 behind the end
     * @throws IndexOutOfBoundsException when the range does not fit {@code into}, or offset is negative
     * @throws NoSuchBucket when the bucket is gone
     * @throws ObjectFailure when the object is gone, has changed, or we may not read it
     * @throws StoreUnavailable when the store gives no answer
     */
    int read(long offset, byte[] into, int from, int length);

    /** Gives back what the reader holds; never throws. */
    @Override
    void close();
}

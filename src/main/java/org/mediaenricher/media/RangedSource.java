package org.mediaenricher.media;

/**
 * An object's bytes, readable at any offset: a file, an object in a store, an array in a test.
 *
 * <p>A failure of the store itself is the source's own unchecked exception. It passes through every
 * reader untouched: a store that is away says nothing about the media in it.
 */
public interface RangedSource {
    /** The object's length in bytes, known beforehand: asking costs no call. */
    long size();

    /**
     * Reads bytes from an offset on.
     *
     * @param offset where to begin, counted from the object's start
     * @param into where the bytes go
     * @param from the first index written
     * @param length how many bytes are wanted
     * @return how many were read; fewer than wanted only where the object ends
     */
    int read(long offset, byte[] into, int from, int length);

    /**
     * How many bytes to fetch at least with each call. Where a call is dear (a store behind a network)
     * one big read is cheaper than two small ones; where it is cheap (a local file) small reads win.
     */
    default int blockSize() {
        return 64 * 1024;
    }
}

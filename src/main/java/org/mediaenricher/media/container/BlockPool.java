package org.mediaenricher.media.container;

import java.util.concurrent.ArrayBlockingQueue;

/** Buffers used again and again: a fresh 64 KiB array per object would be most of what a reading allocates. */
final class BlockPool {
    static final int SIZE = 64 * 1024;

    private static final int KEPT = 64;

    private final ArrayBlockingQueue<byte[]> free = new ArrayBlockingQueue<>(KEPT);

    /** A buffer of at least a length; its old content is another object's and must never be shown. */
    byte[] take(int length) {
        byte[] buffer = length <= SIZE ? free.poll() : new byte[length];
        return buffer == null ? new byte[SIZE] : buffer;
    }

    void give(byte[] buffer) {
        if (buffer.length == SIZE) {
            free.offer(buffer);
        }
    }
}

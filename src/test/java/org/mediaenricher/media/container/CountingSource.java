package org.mediaenricher.media.container;

import org.mediaenricher.media.BytesSource;
import org.mediaenricher.media.RangedSource;

/** An array as a source that counts what is asked of it. */
final class CountingSource implements RangedSource {
    private final BytesSource bytes;
    private int calls;
    private long read;

    CountingSource(byte[] bytes) {
        this.bytes = new BytesSource(bytes);
    }

    int calls() {
        return calls;
    }

    /** How many bytes were given. */
    long read() {
        return read;
    }

    @Override
    public long size() {
        return bytes.size();
    }

    @Override
    public int read(long offset, byte[] into, int from, int length) {
        int given = bytes.read(offset, into, from, length);
        calls++;
        read += given;
        return given;
    }
}

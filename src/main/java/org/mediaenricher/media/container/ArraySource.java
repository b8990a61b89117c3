package org.mediaenricher.media.container;

import org.mediaenricher.media.RangedSource;

/** Bytes in memory that are to be read like an object: a part that had to be unpacked first. */
record ArraySource(byte[] bytes) implements RangedSource {
    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public int read(long offset, byte[] into, int from, int length) {
        int read = (int) Math.min(length, bytes.length - offset);
        System.arraycopy(bytes, (int) offset, into, from, read);
        return read;
    }
}

package org.mediaenricher.media;

/** An array as a source. */
public record BytesSource(byte[] bytes) implements RangedSource {
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

package org.mediaenricher.media.container;

import com.drew.lang.BufferBoundsException;
import com.drew.lang.RandomAccessReader;
import java.io.IOException;

/**
 * Shows a slice to metadata-extractor, without a copy and without anything around it. It also counts:
 * a small block can name the same bytes a thousand times, and each naming becomes a fresh array.
 */
final class SliceReader extends RandomAccessReader {
    private static final long READ_AT_MOST = 2 << 20;

    private final Slice slice;
    private long left;

    SliceReader(Slice slice) {
        this.slice = slice;
        this.left = Math.min(READ_AT_MOST, 256 * 1024 + 4L * slice.length());
    }

    @Override
    public int toUnshiftedOffset(int localOffset) {
        return localOffset;
    }

    @Override
    public byte getByte(int index) throws IOException {
        validateIndex(index, 1);
        return slice.array()[slice.from() + index];
    }

    @Override
    public byte[] getBytes(int index, int count) throws IOException {
        validateIndex(index, count);
        byte[] bytes = new byte[count];
        System.arraycopy(slice.array(), slice.from() + index, bytes, 0, count);
        return bytes;
    }

    @Override
    protected void validateIndex(int index, int bytesRequested) throws IOException {
        left -= bytesRequested;
        if (!isValidIndex(index, bytesRequested) || left < 0) {
            throw new BufferBoundsException("outside of the block, or read too often");
        }
    }

    @Override
    protected boolean isValidIndex(int index, int bytesRequested) {
        return bytesRequested >= 0 && index >= 0 && (long) index + bytesRequested <= slice.length();
    }

    @Override
    public long getLength() {
        return slice.length();
    }
}

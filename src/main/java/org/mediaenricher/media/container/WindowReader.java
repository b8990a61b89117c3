package org.mediaenricher.media.container;

import com.drew.lang.BufferBoundsException;
import com.drew.lang.RandomAccessReader;
import java.io.IOException;

/**
 * Shows a whole TIFF file to metadata-extractor: its directories point anywhere, so no slice holds
 * them. What is outside of the object or the limits is an end of the data to the library; what the
 * source throws is kept by the window, see {@link ByteWindow#rethrowSourceFailure}.
 */
final class WindowReader extends RandomAccessReader {
    private static final long READ_AT_MOST = 2 << 20;

    private final ByteWindow window;
    private long left = READ_AT_MOST;

    WindowReader(ByteWindow window) {
        this.window = window;
    }

    @Override
    public int toUnshiftedOffset(int localOffset) {
        return localOffset;
    }

    @Override
    public byte getByte(int index) throws IOException {
        validateIndex(index, 1);
        try {
            return (byte) window.u8(index);
        } catch (Unreadable e) {
            throw new IOException(e);
        }
    }

    @Override
    public byte[] getBytes(int index, int count) throws IOException {
        validateIndex(index, count);
        try {
            return window.bytes(index, count);
        } catch (Unreadable e) {
            throw new IOException(e);
        }
    }

    @Override
    protected void validateIndex(int index, int bytesRequested) throws IOException {
        left -= bytesRequested;
        if (!isValidIndex(index, bytesRequested) || left < 0) {
            throw new BufferBoundsException("outside of the file, or read too often");
        }
    }

    @Override
    protected boolean isValidIndex(int index, int bytesRequested) {
        return bytesRequested >= 0 && window.has(index, bytesRequested);
    }

    @Override
    public long getLength() {
        return Math.min(window.size(), Integer.MAX_VALUE);
    }
}

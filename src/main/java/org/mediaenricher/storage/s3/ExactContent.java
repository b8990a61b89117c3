package org.mediaenricher.storage.s3;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * A content on its way to the store that must have exactly the size announced. Fails before its last
 * byte is given out, so that the store never sees a whole request with a wrong content.
 */
final class ExactContent extends FilterInputStream {
    private final long size;
    private long remaining;
    private IOException failure;

    ExactContent(InputStream content, long size) {
        super(content);
        this.size = size;
        this.remaining = size;
    }

    /** What went wrong with the content, and not with the store. */
    Optional<IOException> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        try {
            return checked(into, from, length);
        } catch (IOException failed) {
            failure = failed;
            throw failed;
        }
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() {
        // not ours to close
    }

    private int checked(byte[] into, int from, int length) throws IOException {
        if (remaining == 0) {
            return -1;
        }
        int n = in.read(into, from, (int) Math.min(length, remaining));
        if (n < 0) {
            throw new IOException("the content has fewer than its " + size + " bytes");
        }
        remaining -= n;
        if (remaining == 0 && in.read() >= 0) {
            throw new IOException("the content has more than its " + size + " bytes");
        }
        return n;
    }
}

package org.mediaenricher.assets;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.mediaenricher.media.RangedSource;

/** An object that is read from its first byte to its last, and digested on the way. */
final class DigestedBytes implements RangedSource {
    private static final int PART = 1 << 20;

    private final RangedSource object;
    private final MessageDigest digest;
    private long digested;

    DigestedBytes(RangedSource object) {
        this.object = object;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("every Java platform has SHA-256", never);
        }
    }

    @Override
    public long size() {
        return object.size();
    }

    @Override
    public int read(long offset, byte[] into, int from, int length) {
        int read = object.read(offset, into, from, length);
        if (offset == digested) {
            digest.update(into, from, read);
            digested += read;
        }
        return read;
    }

    /**
     * Of the whole object, as hexadecimal digits; the rest of one that was begun is read for it. Empty when nobody began,
     * or the object is shorter than it should be. To be called once.
     */
    Optional<String> sha256() {
        byte[] part = new byte[(int) Math.min(PART, size() - digested)];
        while (digested > 0 && digested < size() && read(digested, part, 0, next(part)) > 0) {
            // reading digests
        }
        return digested == size() ? Optional.of(HexFormat.of().formatHex(digest.digest())) : Optional.empty();
    }

    private int next(byte[] part) {
        return (int) Math.min(part.length, size() - digested);
    }
}

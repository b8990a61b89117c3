package org.mediaenricher.demo.sample;

/** Bits packed from the lowest of each byte upwards, as GIF and WebP lossless have them. */
final class LowFirstBits {
    private final Octets octets = Octets.littleEndian();
    private long pending;
    private int held;

    /** @param count how many of the value's low bits, up to 32; the lowest goes first */
    LowFirstBits put(long value, int count) {
        pending |= (value & (1L << count) - 1) << held;
        held += count;
        while (held >= 8) {
            octets.u8((int) pending);
            pending >>>= 8;
            held -= 8;
        }
        return this;
    }

    /** All bytes, the last one filled up with zeros. */
    byte[] toByteArray() {
        if (held > 0) {
            put(0, 8 - held);
        }
        return octets.toByteArray();
    }
}

package org.mediaenricher.demo.sample;

/** Bits packed from the highest of each byte downwards, with the Exp-Golomb codes of H.264 (clause 9.1). */
final class HighFirstBits {
    private final Octets octets = Octets.bigEndian();
    private int pending;
    private int held;

    /** @param count how many of the value's low bits, up to 32; the highest of them goes first */
    HighFirstBits put(int value, int count) {
        for (int bit = count - 1; bit >= 0; bit--) {
            pending = pending << 1 | value >>> bit & 1;
            if (++held == 8) {
                octets.u8(pending);
                held = 0;
            }
        }
        return this;
    }

    /** An unsigned Exp-Golomb code, ue(v). A signed one of zero, se(v), is the same single bit. */
    HighFirstBits golomb(int value) {
        int length = Integer.SIZE - Integer.numberOfLeadingZeros(value + 1);
        return put(0, length - 1).put(value + 1, length);
    }

    /** Zeros up to the next whole byte. */
    HighFirstBits align() {
        return held == 0 ? this : put(0, 8 - held);
    }

    /** Whole bytes; only where {@link #align()} has just been called. */
    HighFirstBits bytes(byte[] some) {
        octets.bytes(some);
        return this;
    }

    /** All bytes, the last one filled up with zeros. */
    byte[] toByteArray() {
        align();
        return octets.toByteArray();
    }
}

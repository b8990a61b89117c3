package org.mediaenricher.demo.sample;

import java.nio.charset.StandardCharsets;

/** EBML elements, RFC 8794: an id that carries its own length, a size, contents. */
final class Ebml {
    private static final int SIZE_IN_FOUR_BYTES = 0x10000000;

    private Ebml() {}

    static byte[] element(int id, byte[]... contents) {
        Octets body = Octets.bigEndian();
        for (byte[] part : contents) {
            body.bytes(part);
        }
        return unsigned(id)
                .u32(SIZE_IN_FOUR_BYTES | body.size())
                .bytes(body.toByteArray())
                .toByteArray();
    }

    static byte[] number(int id, long value) {
        return element(id, unsigned(value).toByteArray());
    }

    static byte[] text(int id, String value) {
        return element(id, value.getBytes(StandardCharsets.US_ASCII));
    }

    /** Without leading zero bytes, but one byte at least. */
    private static Octets unsigned(long value) {
        int bytes = Math.max(1, (Long.SIZE - Long.numberOfLeadingZeros(value) + 7) / 8);
        Octets octets = Octets.bigEndian();
        for (int i = bytes - 1; i >= 0; i--) {
            octets.u8((int) (value >>> 8 * i));
        }
        return octets;
    }
}

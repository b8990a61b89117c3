package org.mediaenricher.demo.sample;

import java.nio.charset.StandardCharsets;

/** Boxes, ISO/IEC 14496-12, section 4.2: a length, four letters, contents. */
final class Box {
    private Box() {}

    static byte[] of(String type, byte[]... contents) {
        Octets body = Octets.bigEndian();
        for (byte[] part : contents) {
            body.bytes(part);
        }
        return header(type, body.size()).bytes(body.toByteArray()).toByteArray();
    }

    static byte[] of(String type, Octets contents) {
        return of(type, contents.toByteArray());
    }

    /** A box that begins with a version of 0 and flags. */
    static byte[] full(String type, int flags, Octets contents) {
        return of(type, Octets.bigEndian().u32(flags).toByteArray(), contents.toByteArray());
    }

    private static Octets header(String type, int length) {
        return Octets.bigEndian().u32(8 + length).bytes(fourLetters(type));
    }

    /** Not ASCII: the names Apple gave to user data begin with a copyright sign, 0xA9. */
    private static byte[] fourLetters(String type) {
        return type.getBytes(StandardCharsets.ISO_8859_1);
    }
}

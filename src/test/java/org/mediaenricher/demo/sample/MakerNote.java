package org.mediaenricher.demo.sample;

import java.nio.ByteOrder;
import java.util.Random;

/**
 * A maker's private block (Exif tag 0x927C) as its cameras write it: a signature, then a directory whose
 * offsets count from the block's own start. Layouts as ExifTool's documentation of maker notes tells them.
 * The values stand for what is usually there: many small fields and one large opaque one.
 */
final class MakerNote {
    private static final int OPAQUE_LENGTH = 1400;

    private MakerNote() {}

    static byte[] of(Camera camera, Random random) {
        return switch (camera.make()) {
            case "NIKON CORPORATION" -> nikon(random);
            case "FUJIFILM" -> fujifilm(random);
            case "Apple" -> apple(random);
            default -> olympus(random);
        };
    }

    /** "Nikon", version 2.16, then a complete TIFF stream. */
    private static byte[] nikon(Random random) {
        ByteOrder order = ByteOrder.BIG_ENDIAN;
        Ifd note = new Ifd(order)
                .undefined(0x0001, new byte[] {'0', '2', '1', '1'})
                .shorts(0x0002, 0, 100 + random.nextInt(3200))
                .ascii(0x0004, "FINE")
                .ascii(0x0005, "AUTO1")
                .ascii(0x0007, "AF-S")
                .rationals(0x0084, 240, 10, 700, 10, 40, 10, 40, 10)
                .longs(0x00A7, random.nextInt(100_000))
                .undefined(0x00BB, opaque(random));
        return Octets.in(order)
                .text("Nikon\0")
                .u16(0x0210)
                .u16(0)
                .bytes(note.toTiff())
                .toByteArray();
    }

    /** "FUJIFILM", the directory's offset, always in little-endian order. */
    private static byte[] fujifilm(Random random) {
        Ifd note = new Ifd(ByteOrder.LITTLE_ENDIAN)
                .undefined(0x0000, new byte[] {'0', '1', '3', '0'})
                .ascii(0x1000, "FINE   ")
                .shorts(0x1002, 0)
                .shorts(0x1021, random.nextInt(2))
                .shorts(0x1401, 0x600)
                .longs(0x1438, random.nextInt(10_000))
                .undefined(0x1450, opaque(random));
        return Octets.littleEndian().text("FUJIFILM").u32(12).bytes(note.at(12)).toByteArray();
    }

    /** "Apple iOS", version 1, byte order mark, then the directory. */
    private static byte[] apple(Random random) {
        Ifd note = new Ifd(ByteOrder.BIG_ENDIAN)
                .longs(0x0001, 14)
                .longs(0x0004, 1)
                .longs(0x0005, 128 + random.nextInt(64))
                .longs(0x0006, 96 + random.nextInt(64))
                .longs(0x0014, 10)
                .ascii(0x0015, "%08X-1A2B-4C3D".formatted(random.nextInt()))
                .undefined(0x004E, opaque(random));
        return Octets.bigEndian()
                .text("Apple iOS\0")
                .u16(1)
                .text("MM")
                .bytes(note.at(14))
                .toByteArray();
    }

    /** "OLYMPUS", byte order mark, version 3, then the directory. */
    private static byte[] olympus(Random random) {
        Ifd note = new Ifd(ByteOrder.LITTLE_ENDIAN)
                .undefined(0x0000, new byte[] {'0', '1', '0', '0'})
                .shorts(0x0201, 1 + random.nextInt(3))
                .ascii(0x0207, "S0088")
                .undefined(0x0F00, opaque(random));
        return Octets.littleEndian()
                .text("OLYMPUS\0II")
                .u16(3)
                .bytes(note.at(12))
                .toByteArray();
    }

    private static byte[] opaque(Random random) {
        byte[] bytes = new byte[OPAQUE_LENGTH];
        random.nextBytes(bytes);
        return bytes;
    }
}

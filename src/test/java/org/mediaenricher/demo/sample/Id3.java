package org.mediaenricher.demo.sample;

import java.nio.charset.StandardCharsets;

/** ID3v2 tags, in front of MP3: the informal standards 2.3.0 and 2.4.0 of id3.org. */
final class Id3 {
    private static final int LATIN_1 = 0;
    private static final int UTF_8 = 3;
    private static final int FRONT_COVER = 3;

    private Id3() {}

    /** Version 2.3, with a picture. */
    static byte[] v23(String title, String artist, byte[] jpegCover) {
        Octets frames = Octets.bigEndian();
        for (String[] frame : new String[][] {{"TIT2", title}, {"TPE1", artist}}) {
            byte[] text = frame[1].getBytes(StandardCharsets.ISO_8859_1);
            frames.text(frame[0]).u32(text.length + 1).u16(0).u8(LATIN_1).bytes(text);
        }
        Octets cover = Octets.bigEndian()
                .u8(LATIN_1)
                .text("image/jpeg\0")
                .u8(FRONT_COVER)
                .u8(0)
                .bytes(jpegCover);
        frames.text("APIC").u32(cover.size()).u16(0).bytes(cover.toByteArray());
        return tag(3, frames);
    }

    /** Version 2.4, which knows UTF-8 and keeps its lengths free of high bits too. */
    static byte[] v24(String title, String artist) {
        Octets frames = Octets.bigEndian();
        for (String[] frame : new String[][] {{"TIT2", title}, {"TPE1", artist}}) {
            byte[] text = frame[1].getBytes(StandardCharsets.UTF_8);
            frames.text(frame[0])
                    .u32(withoutHighBits(text.length + 1))
                    .u16(0)
                    .u8(UTF_8)
                    .bytes(text);
        }
        return tag(4, frames);
    }

    private static byte[] tag(int version, Octets frames) {
        return Octets.bigEndian()
                .text("ID3")
                .u8(version)
                .u8(0)
                .u8(0)
                .u32(withoutHighBits(frames.size()))
                .bytes(frames.toByteArray())
                .toByteArray();
    }

    /** Seven bits a byte, so that no length looks like the start of an audio frame (2.3.0, section 3.1). */
    private static int withoutHighBits(int length) {
        return (length & 0x7F) | (length & 0x3F80) << 1 | (length & 0x1FC000) << 2 | (length & 0xFE00000) << 3;
    }
}

package org.mediaenricher.media.container;

/** Builds JPEGs out of segments; there is no picture in them. */
final class JpegFixture {
    private final Bytes jpeg = Bytes.of(0xff, 0xd8);

    JpegFixture segment(int marker, Bytes content) {
        jpeg.u8(0xff, marker).u16(content.length() + 2).add(content);
        return this;
    }

    JpegFixture exif(ExifFixture exif) {
        return segment(0xe1, Bytes.of("Exif\0\0").add(exif.tiff()));
    }

    JpegFixture xmp(Bytes packet) {
        return segment(0xe1, Bytes.of("http://ns.adobe.com/xap/1.0/\0").add(packet));
    }

    /** An IPTC record inside Photoshop's resources. */
    JpegFixture iptc(Bytes record) {
        Bytes resource =
                Bytes.of("8BIM").u16(0x0404).u8(0, 0).u32(record.length()).add(record);
        return segment(0xed, Bytes.of("Photoshop 3.0\0").add(resource).zeros(record.length() & 1));
    }

    JpegFixture frame(int width, int height) {
        return segment(0xc0, Bytes.of(8).u16(height).u16(width).u8(3).zeros(9));
    }

    /** The file, with a scan of a few bytes. */
    Bytes bytes() {
        return new Bytes().add(jpeg).u8(0xff, 0xda).u16(8).zeros(6).u8(1, 2, 3, 0xff, 0xd9);
    }

    /** A dataset of IPTC record 2. */
    static Bytes dataset(int number, String text) {
        return Bytes.of(0x1c, 2, number).u16(text.length()).text(text);
    }
}

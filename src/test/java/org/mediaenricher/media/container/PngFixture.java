package org.mediaenricher.media.container;

import java.util.zip.CRC32;

/** Builds PNGs out of chunks; there is no picture in them. */
final class PngFixture {
    private final Bytes png = Bytes.of(0x89).text("PNG\r\n").u8(0x1a).text("\n");

    static PngFixture of(int width, int height) {
        return new PngFixture().chunk("IHDR", new Bytes().u32(width).u32(height).u8(8, 6, 0, 0, 0));
    }

    PngFixture chunk(String type, Bytes content) {
        CRC32 checksum = new CRC32();
        checksum.update(Bytes.of(type).add(content).array());
        png.u32(content.length()).text(type).add(content).u32(checksum.getValue());
        return this;
    }

    PngFixture chunks(int count, String type, Bytes content) {
        for (int i = 0; i < count; i++) {
            chunk(type, content);
        }
        return this;
    }

    PngFixture pixels(int chunks, int length) {
        for (int i = 0; i < chunks; i++) {
            chunk("IDAT", new Bytes().zeros(length));
        }
        return this;
    }

    PngFixture xmp(Bytes packet) {
        return chunk("iTXt", Bytes.of("XML:com.adobe.xmp\0").u8(0, 0, 0, 0).add(packet));
    }

    PngFixture compressedXmp(byte[] deflated) {
        return chunk("iTXt", Bytes.of("XML:com.adobe.xmp\0").u8(1, 0, 0, 0).add(deflated));
    }

    Bytes bytes() {
        return chunk("IEND", new Bytes()).png;
    }
}

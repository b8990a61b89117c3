package org.mediaenricher.demo.sample;

import java.awt.image.BufferedImage;
import java.util.List;

/** WebP files: RFC 9649, section 2. */
final class WebP {
    private static final int HAS_ANIMATION = 0x02;
    private static final int HAS_XMP = 0x04;
    private static final int HAS_EXIF = 0x08;

    private WebP() {}

    /** The simple lossless form. */
    static byte[] lossless(BufferedImage image) {
        return Riff.file("WEBP", pixels(image));
    }

    /** The simple lossy form: a VP8 key frame. */
    static byte[] lossy(BufferedImage image) {
        return Riff.file("WEBP", Riff.chunk("VP8 ", Vp8.keyFrame(Yuv.of(image))));
    }

    /** The extended form, with what cameras and editors add. */
    static byte[] withMetadata(BufferedImage image, byte[] tiff, byte[] xmpPacket) {
        return Riff.file(
                "WEBP",
                canvas(image, HAS_EXIF | HAS_XMP),
                pixels(image),
                Riff.chunk("EXIF", tiff),
                Riff.chunk("XMP ", xmpPacket));
    }

    /** Pictures of one size, shown in turn for ever. */
    static byte[] animated(List<BufferedImage> frames, int delayMillis) {
        Octets rest = Octets.littleEndian().bytes(Riff.chunk("ANIM", new byte[6]));
        for (BufferedImage frame : frames) {
            Octets placed = Octets.littleEndian()
                    .zeros(6)
                    .u24(frame.getWidth() - 1)
                    .u24(frame.getHeight() - 1)
                    .u24(delayMillis)
                    .u8(0)
                    .bytes(pixels(frame));
            rest.bytes(Riff.chunk("ANMF", placed.toByteArray()));
        }
        return Riff.file("WEBP", canvas(frames.get(0), HAS_ANIMATION), rest.toByteArray());
    }

    private static byte[] pixels(BufferedImage image) {
        return Riff.chunk("VP8L", Vp8l.encode(image));
    }

    private static byte[] canvas(BufferedImage image, int features) {
        Octets canvas = Octets.littleEndian()
                .u8(features)
                .zeros(3)
                .u24(image.getWidth() - 1)
                .u24(image.getHeight() - 1);
        return Riff.chunk("VP8X", canvas.toByteArray());
    }
}

package org.mediaenricher.demo.sample;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * PNG, W3C Recommendation, Third Edition: truecolour, eight bits, with or without alpha; animation by its
 * chunks acTL, fcTL and fdAT; EXIF in eXIf; XMP in iTXt.
 */
final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int TRUECOLOUR = 2;
    private static final int TRUECOLOUR_WITH_ALPHA = 6;
    private static final int FILTER_UP = 2;

    private Png() {}

    /** One picture; the extra chunks stand before the pixels. */
    static byte[] still(BufferedImage image, List<byte[]> extraChunks) {
        Octets file = Octets.bigEndian().bytes(SIGNATURE).bytes(header(image));
        extraChunks.forEach(file::bytes);
        return file.bytes(chunk("IDAT", pixels(image))).bytes(end()).toByteArray();
    }

    /** Pictures of one size, repeated for ever, the first also for viewers who know no animation. */
    static byte[] animated(List<BufferedImage> frames, int delayMillis) {
        BufferedImage first = frames.get(0);
        byte[] control = Octets.bigEndian().u32(frames.size()).u32(0).toByteArray();
        Octets file = Octets.bigEndian().bytes(SIGNATURE).bytes(header(first)).bytes(chunk("acTL", control));
        int sequence = 0;
        for (BufferedImage frame : frames) {
            file.bytes(frameControl(frame, sequence++, delayMillis));
            if (frame == first) {
                file.bytes(chunk("IDAT", pixels(frame)));
            } else {
                Octets data = Octets.bigEndian().u32(sequence++).bytes(pixels(frame));
                file.bytes(chunk("fdAT", data.toByteArray()));
            }
        }
        return file.bytes(end()).toByteArray();
    }

    static byte[] exif(byte[] tiff) {
        return chunk("eXIf", tiff);
    }

    static byte[] xmp(byte[] packet) {
        Octets text = Octets.bigEndian().text("XML:com.adobe.xmp\0").zeros(4).bytes(packet);
        return chunk("iTXt", text.toByteArray());
    }

    private static byte[] header(BufferedImage image) {
        boolean alpha = image.getColorModel().hasAlpha();
        Octets header = Octets.bigEndian()
                .u32(image.getWidth())
                .u32(image.getHeight())
                .u8(8)
                .u8(alpha ? TRUECOLOUR_WITH_ALPHA : TRUECOLOUR)
                .zeros(3);
        return chunk("IHDR", header.toByteArray());
    }

    private static byte[] frameControl(BufferedImage frame, int sequence, int delayMillis) {
        Octets control = Octets.bigEndian()
                .u32(sequence)
                .u32(frame.getWidth())
                .u32(frame.getHeight())
                .zeros(8)
                .u16(delayMillis)
                .u16(1000)
                .zeros(2);
        return chunk("fcTL", control.toByteArray());
    }

    private static byte[] end() {
        return chunk("IEND", new byte[0]);
    }

    private static byte[] chunk(String type, byte[] data) {
        byte[] checked = Octets.bigEndian().text(type).bytes(data).toByteArray();
        CRC32 crc = new CRC32();
        crc.update(checked);
        return Octets.bigEndian()
                .u32(data.length)
                .bytes(checked)
                .u32(crc.getValue())
                .toByteArray();
    }

    /** Each row as its difference from the row above: flat areas and vertical gradients shrink best so. */
    private static byte[] pixels(BufferedImage image) {
        int samples = image.getColorModel().hasAlpha() ? 4 : 3;
        byte[] above = new byte[image.getWidth() * samples];
        Octets rows = Octets.bigEndian();
        for (int y = 0; y < image.getHeight(); y++) {
            byte[] row = row(image, y, samples);
            rows.u8(FILTER_UP);
            for (int i = 0; i < row.length; i++) {
                rows.u8(row[i] - above[i]);
            }
            above = row;
        }
        return deflated(rows.toByteArray());
    }

    private static byte[] row(BufferedImage image, int y, int samples) {
        Octets row = Octets.bigEndian();
        for (int x = 0; x < image.getWidth(); x++) {
            int argb = image.getRGB(x, y);
            row.u24(argb);
            if (samples == 4) {
                row.u8(argb >>> 24);
            }
        }
        return row.toByteArray();
    }

    private static byte[] deflated(byte[] data) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater)) {
            out.write(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }
}

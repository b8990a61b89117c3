package org.mediaenricher.media;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** A picture as a PNG file of RGBA, eight bits each (W3C Portable Network Graphics, third edition). Meant for tiny ones. */
final class PngBytes {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int HEADER = 13;
    private static final byte[] RGBA_OF_8_BITS = {8, 6, 0, 0, 0};

    private PngBytes() {}

    static byte[] of(Raster picture) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(SIGNATURE);
        chunk(
                file,
                "IHDR",
                ByteBuffer.allocate(HEADER)
                        .putInt(picture.size().width())
                        .putInt(picture.size().height())
                        .put(RGBA_OF_8_BITS)
                        .array());
        chunk(file, "IDAT", packed(lines(picture)));
        chunk(file, "IEND", new byte[0]);
        return file.toByteArray();
    }

    /** Each line behind the number of its filter, which is none. */
    private static byte[] lines(Raster picture) {
        int width = picture.size().width();
        int height = picture.size().height();
        ByteBuffer lines = ByteBuffer.allocate((width * 4 + 1) * height);
        for (int y = 0; y < height; y++) {
            lines.put((byte) 0);
            for (int x = 0; x < width; x++) {
                lines.put((byte) picture.red(x, y))
                        .put((byte) picture.green(x, y))
                        .put((byte) picture.blue(x, y))
                        .put((byte) picture.alpha(x, y));
            }
        }
        return lines.array();
    }

    private static byte[] packed(byte[] lines) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, deflater)) {
            out.write(lines);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        } finally {
            deflater.end();
        }
        return packed.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream file, String type, byte[] content) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(content);
        file.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        file.writeBytes(name);
        file.writeBytes(content);
        file.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }
}

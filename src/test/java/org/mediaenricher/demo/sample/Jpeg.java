package org.mediaenricher.demo.sample;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * JPEG files: ITU-T T.81, Annex B. The JDK encodes the picture; the application segments that cameras and
 * editors add are put in front of it as Exif 2.32 section 4.7 and XMP part 3 section 1.1.3 say.
 */
final class Jpeg {
    private static final int MARKER = 0xFF;
    private static final int SOI = 0xD8;
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int APP13 = 0xED;

    private Jpeg() {}

    /** @param quality 0 to 1 */
    static byte[] encode(BufferedImage image, float quality) {
        return encode(image, quality, ImageWriteParam.MODE_DISABLED);
    }

    /** As {@link #encode(BufferedImage, float)}, in several scans (SOF2). */
    static byte[] progressive(BufferedImage image, float quality) {
        return encode(image, quality, ImageWriteParam.MODE_DEFAULT);
    }

    static byte[] exif(byte[] tiff) {
        return segment(APP1, Octets.bigEndian().text("Exif\0\0").bytes(tiff));
    }

    static byte[] xmp(byte[] packet) {
        return segment(
                APP1, Octets.bigEndian().text("http://ns.adobe.com/xap/1.0/\0").bytes(packet));
    }

    static byte[] photoshop(byte[] resources) {
        return segment(APP13, Octets.bigEndian().bytes(resources));
    }

    /** The picture with these segments first, instead of the JFIF segment it began with. */
    static byte[] withSegments(byte[] jpeg, List<byte[]> segments) {
        Octets file = Octets.bigEndian().u8(MARKER).u8(SOI);
        segments.forEach(file::bytes);
        return file.bytes(withoutJfif(jpeg)).toByteArray();
    }

    /** Everything after the start marker and the JFIF segment: tables, frame, scans. */
    static byte[] withoutJfif(byte[] jpeg) {
        int start = 2;
        if ((jpeg[3] & 0xFF) == APP0) {
            start += 2 + ((jpeg[4] & 0xFF) << 8 | jpeg[5] & 0xFF);
        }
        return Arrays.copyOfRange(jpeg, start, jpeg.length);
    }

    private static byte[] segment(int marker, Octets payload) {
        return Octets.bigEndian()
                .u8(MARKER)
                .u8(marker)
                .u16(payload.size() + 2)
                .bytes(payload.toByteArray())
                .toByteArray();
    }

    private static byte[] encode(BufferedImage image, float quality, int progressiveMode) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            how.setProgressiveMode(progressiveMode);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}

package org.mediaenricher.media.container;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A metadata block in hexadecimal text, under the keyword {@code Raw profile type} and a name: ImageMagick's way
 * before PNG had chunks of its own, and for IPTC still the only one. A line break, the name, the length, the digits.
 */
final class PngProfile {
    static final String KEYWORD = "Raw profile type ";

    private static final String EXIF = "Exif\0\0";
    private static final String XMP = "http://ns.adobe.com/xap/1.0/\0";
    private static final int LONGEST_HEAD = 100;

    private PngProfile() {}

    static void tell(Slice text, MetadataBlocks blocks) {
        byte[] bytes = decoded(text);
        Slice block = new Slice(bytes, 0, bytes.length);
        if (block.startsWith(EXIF) || block.startsWith("II") || block.startsWith("MM")) {
            blocks.exif(block);
        } else if (block.startsWith(XMP)) {
            blocks.xmp(block.after(XMP.length()));
        } else if (block.startsWith("<")) {
            blocks.xmp(block);
        } else {
            iptc(bytes, blocks);
        }
    }

    /** Among Photoshop's resources, or bare. */
    private static void iptc(byte[] bytes, MetadataBlocks blocks) {
        try (ByteWindow window = new ByteWindow(new ArraySource(bytes), new BlockPool(), Limits.DEFAULT)) {
            if (window.matches(0, "8BIM")) {
                PhotoshopResources.read(window, 0, bytes.length, blocks);
            } else if (window.matches(0, "\u001c")) {
                blocks.iptc(window, 0, bytes.length);
            }
        }
    }

    private static byte[] decoded(Slice text) {
        int at = digits(text);
        byte[] bytes = new byte[Math.max(0, text.length() - at) / 2];
        int digits = 0;
        for (int i = at; i < text.length(); i++) {
            int digit = Character.digit(text.array()[text.from() + i], 16);
            if (digit >= 0 && digits < 2 * bytes.length) {
                bytes[digits / 2] |= (byte) (digits % 2 == 0 ? digit << 4 : digit);
                digits++;
            }
        }
        return Arrays.copyOf(bytes, digits / 2);
    }

    /** Behind the lines with the name and the length. */
    private static int digits(Slice text) {
        String head = new String(
                text.array(), text.from(), Math.min(text.length(), LONGEST_HEAD), StandardCharsets.ISO_8859_1);
        int name = head.indexOf('\n', 1);
        int length = name < 0 ? -1 : head.indexOf('\n', name + 1);
        return length < 0 ? text.length() : length + 1;
    }
}

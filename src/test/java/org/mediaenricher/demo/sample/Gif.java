package org.mediaenricher.demo.sample;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;

/** GIF89a (CompuServe, 1990), with one palette for all pictures, and the loop extension of Netscape. */
final class Gif {
    private static final int EXTENSION = 0x21;
    private static final int MAX_SUB_BLOCK = 255;

    private final List<Integer> palette;
    private final int rootBits;

    private Gif(List<Integer> palette) {
        this.palette = palette;
        this.rootBits = Math.max(2, 32 - Integer.numberOfLeadingZeros(palette.size() - 1));
    }

    /**
     * One picture, or several shown in turn for ever.
     *
     * @param frames of one size, at most 256 colours in all
     */
    static byte[] of(List<BufferedImage> frames, int delayMillis) {
        List<Integer> palette = frames.stream()
                .flatMapToInt(frame -> Arrays.stream(pixels(frame)))
                .distinct()
                .sorted()
                .boxed()
                .toList();
        if (palette.size() > 256) {
            throw new IllegalArgumentException(palette.size() + " colours");
        }
        return new Gif(palette).write(frames, delayMillis);
    }

    private byte[] write(List<BufferedImage> frames, int delayMillis) {
        Octets file = Octets.littleEndian().text("GIF89a");
        screen(file, frames.get(0));
        if (frames.size() > 1) {
            file.u8(EXTENSION)
                    .u8(0xFF)
                    .u8(11)
                    .text("NETSCAPE2.0")
                    .u8(3)
                    .u8(1)
                    .u16(0)
                    .u8(0);
        }
        for (BufferedImage frame : frames) {
            file.u8(EXTENSION).u8(0xF9).u8(4).u8(0).u16(delayMillis / 10).u8(0).u8(0);
            picture(file, frame);
        }
        return file.u8(0x3B).toByteArray();
    }

    private void screen(Octets file, BufferedImage first) {
        int tableFlags = 0x80 | 7 << 4 | rootBits - 1;
        file.u16(first.getWidth()).u16(first.getHeight()).u8(tableFlags).u8(0).u8(0);
        for (int rgb : palette) {
            file.u8(rgb >> 16).u8(rgb >> 8).u8(rgb);
        }
        file.zeros(3 * ((1 << rootBits) - palette.size()));
    }

    private void picture(Octets file, BufferedImage frame) {
        file.u8(0x2C).u16(0).u16(0).u16(frame.getWidth()).u16(frame.getHeight()).u8(0);
        int[] indexes =
                Arrays.stream(pixels(frame)).map(rgb -> palette.indexOf(rgb)).toArray();
        file.u8(rootBits);
        subBlocks(file, Lzw.compress(indexes, rootBits));
    }

    private static void subBlocks(Octets file, byte[] data) {
        for (int at = 0; at < data.length; at += MAX_SUB_BLOCK) {
            byte[] block = Arrays.copyOfRange(data, at, Math.min(data.length, at + MAX_SUB_BLOCK));
            file.u8(block.length).bytes(block);
        }
        file.u8(0);
    }

    private static int[] pixels(BufferedImage image) {
        int[] argb = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return Arrays.stream(argb).map(pixel -> pixel & 0xFFFFFF).toArray();
    }
}

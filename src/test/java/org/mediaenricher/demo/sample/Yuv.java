package org.mediaenricher.demo.sample;

import java.awt.image.BufferedImage;

/**
 * A picture as video codecs take it: luma and, at half the size, two colour planes, in the limited range
 * of ITU-R BT.601. Planes are as large as whole macroblocks of 16x16 and repeat the last pixels there.
 *
 * @param width pixels that count
 * @param height pixels that count
 * @param planes luma, blue and red difference, each value in 16 to 240
 */
record Yuv(int width, int height, byte[][] planes) {
    private static final int MACROBLOCK = 16;

    static Yuv of(BufferedImage image) {
        int columns = macroblocks(image.getWidth());
        int rows = macroblocks(image.getHeight());
        byte[][] planes = {new byte[columns * rows * 256], new byte[columns * rows * 64], new byte[columns * rows * 64]
        };
        for (int y = 0; y < rows * MACROBLOCK; y++) {
            for (int x = 0; x < columns * MACROBLOCK; x++) {
                int rgb = image.getRGB(Math.min(x, image.getWidth() - 1), Math.min(y, image.getHeight() - 1));
                planes[0][y * columns * MACROBLOCK + x] = mixed(rgb, 66, 129, 25, 16);
                if ((x & 1) == 0 && (y & 1) == 0) {
                    int at = y / 2 * columns * 8 + x / 2;
                    planes[1][at] = mixed(rgb, -38, -74, 112, 128);
                    planes[2][at] = mixed(rgb, 112, -94, -18, 128);
                }
            }
        }
        return new Yuv(image.getWidth(), image.getHeight(), planes);
    }

    int columns() {
        return macroblocks(width);
    }

    int rows() {
        return macroblocks(height);
    }

    /** Bytes from one row of a plane to the next. */
    int stride(int plane) {
        return columns() * (plane == 0 ? MACROBLOCK : MACROBLOCK / 2);
    }

    private static int macroblocks(int pixels) {
        return (pixels + MACROBLOCK - 1) / MACROBLOCK;
    }

    private static byte mixed(int rgb, int red, int green, int blue, int base) {
        int sum = red * (rgb >> 16 & 0xFF) + green * (rgb >> 8 & 0xFF) + blue * (rgb & 0xFF);
        return (byte) ((sum + 128 >> 8) + base);
    }
}

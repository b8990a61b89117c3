package org.mediaenricher.demo.sample;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/**
 * How a camera stores a picture it was held askew for: Exif 2.32, tag 0x0112. The value tells a viewer how
 * to put the stored pixels upright; here the upright picture is turned the other way.
 */
final class Turned {
    private Turned() {}

    /**
     * The pixels to store so that a viewer who obeys the orientation shows the upright picture.
     *
     * @param upright of type {@code TYPE_INT_RGB}
     * @param orientation 1 to 8; from 5 on width and height change places
     */
    static BufferedImage stored(BufferedImage upright, int orientation) {
        if (orientation == 1) {
            return upright;
        }
        boolean swapped = orientation >= 5;
        int width = swapped ? upright.getHeight() : upright.getWidth();
        int height = swapped ? upright.getWidth() : upright.getHeight();
        BufferedImage stored = new BufferedImage(width, height, upright.getType());
        int[] from = pixels(upright);
        int[] to = pixels(stored);
        for (int i = 0; i < to.length; i++) {
            to[i] = from[shownAt(i % width, i / width, width, height, orientation)];
        }
        return stored;
    }

    /**
     * Where the upright picture has a stored pixel. Orientation names the sides of the shown picture on
     * which the stored row 0 and column 0 lie: 2 top right, 3 bottom right, 4 bottom left, 5 left top, 6
     * right top, 7 right bottom, 8 left bottom.
     */
    private static int shownAt(int x, int y, int width, int height, int orientation) {
        int fromRight = width - 1 - x;
        int fromBottom = height - 1 - y;
        return switch (orientation) {
            case 2 -> y * width + fromRight;
            case 3 -> fromBottom * width + fromRight;
            case 4 -> fromBottom * width + x;
            case 5 -> x * height + y;
            case 6 -> x * height + fromBottom;
            case 7 -> fromRight * height + fromBottom;
            case 8 -> fromRight * height + y;
            default -> throw new IllegalArgumentException("no orientation " + orientation);
        };
    }

    /** The image's own pixels; setRGB would go through a colour model for each. */
    private static int[] pixels(BufferedImage image) {
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }
}

package org.mediaenricher.demo.sample;

import java.awt.image.BufferedImage;

/**
 * How a camera stores a picture it was held askew for: Exif 2.32, tag 0x0112. The value tells a viewer how
 * to put the stored pixels upright; here the upright picture is turned the other way.
 */
final class Turned {
    private Turned() {}

    /**
     * The pixels to store so that a viewer who obeys the orientation shows the upright picture.
     *
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
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                stored.setRGB(x, y, shownAt(upright, x, y, orientation));
            }
        }
        return stored;
    }

    /**
     * The upright pixel behind a stored one: orientation names the sides of the shown picture on which the
     * stored row 0 and column 0 lie (1 top left, 2 top right, 3 bottom right, 4 bottom left, 5 left top, 6
     * right top, 7 right bottom, 8 left bottom).
     */
    private static int shownAt(BufferedImage upright, int x, int y, int orientation) {
        int fromRight = (orientation >= 5 ? upright.getHeight() : upright.getWidth()) - 1 - x;
        int fromBottom = (orientation >= 5 ? upright.getWidth() : upright.getHeight()) - 1 - y;
        return switch (orientation) {
            case 2 -> upright.getRGB(fromRight, y);
            case 3 -> upright.getRGB(fromRight, fromBottom);
            case 4 -> upright.getRGB(x, fromBottom);
            case 5 -> upright.getRGB(y, x);
            case 6 -> upright.getRGB(fromBottom, x);
            case 7 -> upright.getRGB(fromBottom, fromRight);
            case 8 -> upright.getRGB(y, fromRight);
            default -> throw new IllegalArgumentException("no orientation " + orientation);
        };
    }
}

package org.mediaenricher.media;

/**
 * A ThumbHash read again. As its reference implementation does it: the waves of each channel are added up at every
 * pixel, those of the colours a quarter stronger than written, for rounding took some of them away.
 */
final class ThumbHashPicture {
    private static final double COLOUR_BOOST = 1.25;
    private static final int MOST_WAVES = 7;

    private final byte[] hash;
    private final boolean seeThrough;
    private final int across;
    private final int down;
    private final Waves light;
    private final Waves yellowBlue;
    private final Waves redGreen;
    private final Waves alpha;
    private int nibble;

    /**
     * @throws IndexOutOfBoundsException for a hash that is cut off
     */
    ThumbHashPicture(byte[] hash) {
        this.hash = hash;
        int colours = u8(0) | u8(1) << 8 | u8(2) << 16;
        int shape = u8(3) | u8(4) << 8;
        seeThrough = colours >> 23 != 0;
        int longer = seeThrough ? 5 : 7;
        boolean landscape = shape >> 15 != 0;
        across = landscape ? longer : Math.max(1, shape & 7);
        down = landscape ? Math.max(1, shape & 7) : longer;
        nibble = seeThrough ? 12 : 10;
        light = new Waves((colours & 63) / 63.0, (colours >> 18 & 31) / 31.0, Math.max(3, across), Math.max(3, down));
        yellowBlue = new Waves((colours >> 6 & 63) / 31.5 - 1, (shape >> 3 & 63) / 63.0 * COLOUR_BOOST, 3, 3);
        redGreen = new Waves((colours >> 12 & 63) / 31.5 - 1, (shape >> 9 & 63) / 63.0 * COLOUR_BOOST, 3, 3);
        alpha = seeThrough ? new Waves((u8(5) & 15) / 15.0, (u8(5) >> 4) / 15.0, 5, 5) : null;
    }

    /** The picture, about as wide and high as the one it was made of. */
    Raster drawn(int longerSide) {
        double ratio = (double) across / down;
        int width = Math.max(1, (int) Math.round(ratio > 1 ? longerSide : longerSide * ratio));
        int height = Math.max(1, (int) Math.round(ratio > 1 ? longerSide / ratio : longerSide));
        Cosines columns = new Cosines(MOST_WAVES, width);
        Cosines rows = new Cosines(MOST_WAVES, height);
        byte[] rgba = new byte[width * height * 4];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                pixel(rgba, (y * width + x) * 4, new Point(columns, x, rows, y));
            }
        }
        return new Raster(new Size(width, height), rgba);
    }

    private void pixel(byte[] rgba, int at, Point place) {
        double l = light.at(place);
        double p = yellowBlue.at(place);
        double q = redGreen.at(place);
        double blue = l - 2.0 / 3.0 * p;
        double red = (3 * l - blue + q) / 2;
        rgba[at] = u8(red);
        rgba[at + 1] = u8(red - q);
        rgba[at + 2] = u8(blue);
        rgba[at + 3] = alpha == null ? (byte) 0xff : u8(alpha.at(place));
    }

    private static byte u8(double share) {
        return (byte) Math.round(255 * Math.max(0, Math.min(1, share)));
    }

    private int u8(int at) {
        return hash[at] & 0xff;
    }

    /** The next half byte as a share of a channel's scale, -1 to 1. */
    private double next() {
        double wave = (u8(nibble / 2) >> 4 * (nibble % 2) & 15) / 7.5 - 1;
        nibble++;
        return wave;
    }

    /** One channel: its mean, and its waves in the triangle below the diagonal. */
    private final class Waves {
        private final double mean;
        private final double[][] strength;

        Waves(double mean, double scale, int across, int down) {
            this.mean = mean;
            strength = new double[down][across];
            for (int y = 0; y < down; y++) {
                for (int x = y == 0 ? 1 : 0; x * down < across * (down - y); x++) {
                    strength[y][x] = next() * scale;
                }
            }
        }

        double at(Point place) {
            double value = mean;
            for (int row = 0; row < strength.length; row++) {
                double line = 0;
                for (int column = 0; column < strength[row].length; column++) {
                    line += strength[row][column] * place.columns().at(column, place.x());
                }
                value += 2 * line * place.rows().at(row, place.y());
            }
            return value;
        }
    }

    private record Point(Cosines columns, int x, Cosines rows, int y) {}
}

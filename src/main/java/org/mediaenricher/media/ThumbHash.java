package org.mediaenricher.media;

import java.util.ArrayList;
import java.util.List;

/**
 * A placeholder of 5 to 25 bytes in the ThumbHash format of Evan Wallace (https://evanw.github.io/thumbhash/): the lowest
 * frequencies of brightness, of two differences of colours, and of alpha, four bits each, under a header with their
 * means and scales. Any implementation of the format shows it.
 */
final class ThumbHash {
    private static final int LARGEST_SIDE = 100;
    private static final int DETAIL = 7;
    private static final int DETAIL_WITH_ALPHA = 5;

    private final Raster picture;
    private final int width;
    private final int height;
    private final double[] light;
    private final double[] yellowBlue;
    private final double[] redGreen;
    private final double[] alpha;
    private boolean seeThrough;

    private ThumbHash(Raster picture) {
        this.picture = picture;
        width = picture.size().width();
        height = picture.size().height();
        light = new double[width * height];
        yellowBlue = new double[width * height];
        redGreen = new double[width * height];
        alpha = new double[width * height];
        split();
    }

    /**
     * @throws IllegalArgumentException for a picture of more than 100 pixels a side
     */
    static byte[] of(Raster picture) {
        if (Math.max(picture.size().width(), picture.size().height()) > LARGEST_SIDE) {
            throw new IllegalArgumentException(
                    "a ThumbHash is made of 100 x 100 pixels at most, not " + picture.size());
        }
        return new ThumbHash(picture).bytes();
    }

    /** Into the channels of the format, over the mean colour where the picture is transparent. */
    private void split() {
        double[] mean = mean();
        seeThrough = mean[3] < width * height;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double a = picture.alpha(x, y) / 255.0;
                double red = mean[0] * (1 - a) + a * picture.red(x, y) / 255;
                double green = mean[1] * (1 - a) + a * picture.green(x, y) / 255;
                double blue = mean[2] * (1 - a) + a * picture.blue(x, y) / 255;
                int at = y * width + x;
                light[at] = (red + green + blue) / 3;
                yellowBlue[at] = (red + green) / 2 - blue;
                redGreen[at] = red - green;
                alpha[at] = a;
            }
        }
    }

    /** The mean of red, green and blue, weighted by alpha, and the sum of alpha. */
    private double[] mean() {
        double[] sums = new double[4];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double a = picture.alpha(x, y) / 255.0;
                sums[0] += a * picture.red(x, y) / 255;
                sums[1] += a * picture.green(x, y) / 255;
                sums[2] += a * picture.blue(x, y) / 255;
                sums[3] += a;
            }
        }
        for (int channel = 0; channel < 3 && sums[3] > 0; channel++) {
            sums[channel] /= sums[3];
        }
        return sums;
    }

    private byte[] bytes() {
        int across = detail(width);
        int down = detail(height);
        Channel l = new Channel(light, Math.max(3, across), Math.max(3, down));
        Channel p = new Channel(yellowBlue, 3, 3);
        Channel q = new Channel(redGreen, 3, 3);
        int landscape = width > height ? 1 : 0;
        int colours = (int) Math.round(63 * l.mean)
                | (int) Math.round(31.5 + 31.5 * p.mean) << 6
                | (int) Math.round(31.5 + 31.5 * q.mean) << 12
                | (int) Math.round(31 * l.scale) << 18
                | (seeThrough ? 1 : 0) << 23;
        int shape = (landscape == 1 ? down : across)
                | (int) Math.round(63 * p.scale) << 3
                | (int) Math.round(63 * q.scale) << 9
                | landscape << 15;
        Nibbles hash = new Nibbles().bytes(colours, 3).bytes(shape, 2);
        Channel a = seeThrough ? new Channel(alpha, 5, 5) : null;
        if (a != null) {
            hash.nibble(Math.round(15 * a.mean)).nibble(Math.round(15 * a.scale));
        }
        hash.all(l.waves).all(p.waves).all(q.waves);
        return (a == null ? hash : hash.all(a.waves)).toArray();
    }

    /** How many frequencies a side gets: the longer one the most. */
    private int detail(int side) {
        int most = seeThrough ? DETAIL_WITH_ALPHA : DETAIL;
        return Math.max(1, (int) Math.round((double) most * side / Math.max(width, height)));
    }

    /** One channel's lowest frequencies: those in the triangle below the diagonal, without the mean from 0 to 1. */
    private final class Channel {
        private final List<Double> waves = new ArrayList<>();
        private double mean;
        private double scale;

        Channel(double[] plane, int across, int down) {
            Cosines columns = new Cosines(across, width);
            Cosines rows = new Cosines(down, height);
            for (int y = 0; y < down; y++) {
                for (int x = 0; x * down < across * (down - y); x++) {
                    add(x, y, Cosines.coefficient(plane, width, height, columns, x, rows, y) / (width * height));
                }
            }
            waves.replaceAll(wave -> scale > 0 ? 0.5 + 0.5 / scale * wave : wave);
        }

        private void add(int x, int y, double wave) {
            if (x == 0 && y == 0) {
                mean = wave;
            } else {
                waves.add(wave);
                scale = Math.max(scale, Math.abs(wave));
            }
        }
    }

    /** Half bytes, the lower half first. */
    private static final class Nibbles {
        private final List<Integer> nibbles = new ArrayList<>();

        Nibbles bytes(int value, int count) {
            for (int i = 0; i < 2 * count; i++) {
                nibbles.add(value >> 4 * i & 0xf);
            }
            return this;
        }

        Nibbles nibble(long value) {
            nibbles.add((int) value);
            return this;
        }

        Nibbles all(List<Double> waves) {
            waves.forEach(wave -> nibble(Math.round(15 * wave)));
            return this;
        }

        byte[] toArray() {
            byte[] bytes = new byte[(nibbles.size() + 1) / 2];
            for (int i = 0; i < nibbles.size(); i++) {
                bytes[i / 2] |= (byte) (nibbles.get(i) << 4 * (i % 2));
            }
            return bytes;
        }
    }
}

package org.mediaenricher.media;

import java.util.Arrays;

/**
 * A hash that changes little when a picture is scaled, compressed again or brightened: the signs, against their median,
 * of the 64 lowest frequencies of its brightness on 32 x 32 pixels (the pHash of C. Zauner, "Implementation and
 * Benchmarking of Perceptual Image Hash Functions", 2010, chapter 3).
 */
final class PerceptualHash {
    private static final int SIDE = 32;
    private static final int FREQUENCIES = 8;
    private static final Cosines COSINES = new Cosines(FREQUENCIES + 1, SIDE);

    private PerceptualHash() {}

    /** The first bit is the lowest frequency in both directions, then row by row. */
    static long of(Raster picture) {
        double[] coefficients = coefficients(brightness(picture));
        double median = median(coefficients);
        long hash = 0;
        for (double coefficient : coefficients) {
            hash = hash << 1 | (coefficient > median ? 1 : 0);
        }
        return hash;
    }

    /** Without the first row and column, which say how bright the picture is and not what is in it. */
    private static double[] coefficients(double[] plane) {
        double[] coefficients = new double[FREQUENCIES * FREQUENCIES];
        for (int y = 0; y < FREQUENCIES; y++) {
            for (int x = 0; x < FREQUENCIES; x++) {
                coefficients[y * FREQUENCIES + x] =
                        Cosines.coefficient(plane, SIDE, SIDE, COSINES, x + 1, COSINES, y + 1);
            }
        }
        return coefficients;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2;
    }

    /** The picture squeezed into a square, each sample the mean of the pixels it covers. */
    private static double[] brightness(Raster picture) {
        double[] plane = new double[SIDE * SIDE];
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                plane[y * SIDE + x] = mean(picture, x, y);
            }
        }
        return plane;
    }

    /** Pixels that are covered in part count in part. */
    private static double mean(Raster picture, int x, int y) {
        double across = (double) picture.size().width() / SIDE;
        double down = (double) picture.size().height() / SIDE;
        double sum = 0;
        for (int row = (int) (y * down);
                row < Math.min((y + 1) * down, picture.size().height());
                row++) {
            double line = 0;
            for (int column = (int) (x * across);
                    column < Math.min((x + 1) * across, picture.size().width());
                    column++) {
                line += luma(picture, column, row) * covered(column, x * across, across);
            }
            sum += line * covered(row, y * down, down);
        }
        return sum / (across * down);
    }

    /** How much of a pixel lies between {@code from} and {@code from + length}. */
    private static double covered(int pixel, double from, double length) {
        return Math.max(0, Math.min(pixel + 1, from + length) - Math.max(pixel, from));
    }

    /** ITU-R BT.601 luma, on white where the picture is transparent. */
    private static double luma(Raster picture, int x, int y) {
        double luma = 0.299 * picture.red(x, y) + 0.587 * picture.green(x, y) + 0.114 * picture.blue(x, y);
        double alpha = picture.alpha(x, y) / 255.0;
        return luma * alpha + 255 * (1 - alpha);
    }
}

package org.mediaenricher.media;

/** The basis of the discrete cosine transform of type II over some samples, computed once. */
final class Cosines {
    private final double[][] values;

    /**
     * @param frequencies how many, from 0 on
     * @param samples how many pixels a side has
     */
    Cosines(int frequencies, int samples) {
        values = new double[frequencies][samples];
        for (int frequency = 0; frequency < frequencies; frequency++) {
            for (int sample = 0; sample < samples; sample++) {
                values[frequency][sample] = Math.cos(Math.PI / samples * frequency * (sample + 0.5));
            }
        }
    }

    double at(int frequency, int sample) {
        return values[frequency][sample];
    }

    /** The coefficient of two frequencies over a plane of samples, row by row, not scaled. */
    static double coefficient(double[] plane, int width, int height, Cosines across, int x, Cosines down, int y) {
        double sum = 0;
        for (int row = 0; row < height; row++) {
            double line = 0;
            for (int column = 0; column < width; column++) {
                line += plane[row * width + column] * across.at(x, column);
            }
            sum += line * down.at(y, row);
        }
        return sum;
    }
}

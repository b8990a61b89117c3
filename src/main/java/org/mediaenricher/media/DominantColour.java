package org.mediaenricher.media;

/**
 * The colour most of a picture has: of the 4,096 colours of four bits a channel the most frequent one, and of the pixels
 * that have it the mean. Transparent pixels count for nothing, half transparent ones for half.
 */
final class DominantColour {
    private static final int BITS = 4;
    private static final int COLOURS = 1 << 3 * BITS;

    private final long[] weights = new long[COLOURS];
    private final long[] reds = new long[COLOURS];
    private final long[] greens = new long[COLOURS];
    private final long[] blues = new long[COLOURS];

    private DominantColour() {}

    /** {@code 0xrrggbb}; black where everything is transparent. */
    static int of(Raster picture) {
        DominantColour histogram = new DominantColour();
        for (int y = 0; y < picture.size().height(); y++) {
            for (int x = 0; x < picture.size().width(); x++) {
                histogram.add(picture.red(x, y), picture.green(x, y), picture.blue(x, y), picture.alpha(x, y));
            }
        }
        return histogram.mean(histogram.mostFrequent());
    }

    private void add(int red, int green, int blue, int alpha) {
        int colour = bin(red) << 2 * BITS | bin(green) << BITS | bin(blue);
        weights[colour] += alpha;
        reds[colour] += (long) red * alpha;
        greens[colour] += (long) green * alpha;
        blues[colour] += (long) blue * alpha;
    }

    private static int bin(int channel) {
        return channel >> 8 - BITS;
    }

    private int mostFrequent() {
        int most = 0;
        for (int colour = 1; colour < COLOURS; colour++) {
            most = weights[colour] > weights[most] ? colour : most;
        }
        return most;
    }

    private int mean(int colour) {
        long weight = Math.max(1, weights[colour]);
        return rounded(reds[colour], weight) << 16
                | rounded(greens[colour], weight) << 8
                | rounded(blues[colour], weight);
    }

    private static int rounded(long sum, long weight) {
        return (int) Math.round((double) sum / weight);
    }
}

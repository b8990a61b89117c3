package org.mediaenricher.demo.sample;

/**
 * The tokens of a block that has a mean and nothing else: RFC 6386, section 13. Only those rows of the
 * default probabilities (13.5) stand here that such blocks use.
 */
final class Vp8Tokens {
    /** The first coefficient of a luma block, by how many of its neighbours have any. */
    private static final int[][] LUMA = {
        {202, 24, 213, 235, 186, 191, 220, 160, 240, 175, 255},
        {126, 38, 182, 232, 169, 184, 228, 174, 255, 187, 128},
        {61, 46, 138, 219, 151, 178, 240, 170, 255, 216, 128}
    };

    private static final int[][] CHROMA = {
        {253, 9, 248, 251, 207, 208, 255, 192, 128, 128, 128},
        {175, 13, 224, 243, 193, 185, 249, 198, 255, 255, 128},
        {73, 17, 171, 221, 161, 179, 236, 167, 255, 234, 128}
    };

    /** That the block ends after the first coefficient, when that was 1, and when it was more. */
    private static final int[] LUMA_END = {166, 39};

    private static final int[] CHROMA_END = {239, 155};

    /** Values from 5 up are a category, told by its first value, and extra bits with these probabilities. */
    private static final int[] CATEGORY_STARTS = {5, 7, 11, 19, 35, 67};

    private static final int[][] EXTRA_BITS = {
        {159},
        {165, 145},
        {173, 148, 140},
        {176, 155, 140, 135},
        {180, 157, 141, 134, 130},
        {254, 254, 243, 230, 196, 177, 153, 140, 133, 130, 129}
    };

    private Vp8Tokens() {}

    /**
     * Writes one block.
     *
     * @param context how many of the blocks to the left and above have coefficients
     * @param value the first coefficient, -2048 to 2048; 0 for an empty block
     */
    static void put(BoolEncoder to, boolean luma, int context, int value) {
        int[] probability = (luma ? LUMA : CHROMA)[context];
        to.put(probability[0], value != 0);
        if (value == 0) {
            return;
        }
        int size = Math.abs(value);
        to.put(probability[1], true);
        to.put(probability[2], size > 1);
        if (size > 1) {
            moreThanOne(to, probability, size);
        }
        to.put(128, value < 0);
        to.put((luma ? LUMA_END : CHROMA_END)[size == 1 ? 0 : 1], false);
    }

    private static void moreThanOne(BoolEncoder to, int[] probability, int size) {
        to.put(probability[3], size > 4);
        if (size <= 4) {
            to.put(probability[4], size > 2);
            if (size > 2) {
                to.put(probability[5], size == 4);
            }
        } else {
            category(to, probability, size);
        }
    }

    private static void category(BoolEncoder to, int[] probability, int size) {
        int category = CATEGORY_STARTS.length - 1;
        while (size < CATEGORY_STARTS[category]) {
            category--;
        }
        to.put(probability[6], category >= 2);
        if (category < 2) {
            to.put(probability[7], category == 1);
        } else {
            to.put(probability[8], category >= 4);
            to.put(probability[category >= 4 ? 10 : 9], (category & 1) == 1);
        }
        int[] extra = EXTRA_BITS[category];
        int rest = size - CATEGORY_STARTS[category];
        for (int i = 0; i < extra.length; i++) {
            to.put(extra[i], (rest >> extra.length - 1 - i & 1) == 1);
        }
    }
}

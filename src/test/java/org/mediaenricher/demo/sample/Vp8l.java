package org.mediaenricher.demo.sample;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * WebP lossless (RFC 9649, section 3): no transforms, no colour cache, one group of prefix codes. Runs of
 * pixels equal to their left or upper neighbour are copied, which is all that flat drawings need.
 */
final class Vp8l {
    private static final int SIGNATURE = 0x2F;
    private static final int LENGTH_SYMBOLS = 24;
    private static final int DISTANCE_SYMBOLS = 40;
    private static final int MIN_RUN = 3;
    private static final int MAX_RUN = 4096;

    /** Short distances have numbers of their own: 1 is the pixel above, 2 the pixel to the left. */
    private static final int ABOVE = 1;

    private static final int LEFT = 2;

    /** Either one pixel or a copy of some from a neighbour. */
    private record Token(int argb, int length, int distance) {}

    private final int[] pixels;
    private final int width;
    private final int height;
    private final boolean alpha;

    private Vp8l(BufferedImage image) {
        width = image.getWidth();
        height = image.getHeight();
        alpha = image.getColorModel().hasAlpha();
        pixels = image.getRGB(0, 0, width, height, null, 0, width);
    }

    static byte[] encode(BufferedImage image) {
        return new Vp8l(image).encode();
    }

    private byte[] encode() {
        LowFirstBits bits = new LowFirstBits()
                .put(SIGNATURE, 8)
                .put(width - 1, 14)
                .put(height - 1, 14)
                .put(alpha ? 1 : 0, 1)
                .put(0, 3);
        bits.put(0, 1).put(0, 1).put(0, 1);
        List<Token> tokens = tokens();
        Codes codes = Codes.of(tokens);
        codes.describe(bits);
        tokens.forEach(token -> codes.put(bits, token));
        return bits.toByteArray();
    }

    private List<Token> tokens() {
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        while (at < pixels.length) {
            int left = run(at, 1);
            int above = run(at, width);
            int length = Math.max(left, above);
            if (length >= MIN_RUN) {
                tokens.add(new Token(0, length, above >= left ? ABOVE : LEFT));
                at += length;
            } else {
                tokens.add(new Token(pixels[at++], 0, 0));
            }
        }
        return tokens;
    }

    private int run(int at, int distance) {
        int length = 0;
        while (at >= distance
                && at + length < pixels.length
                && length < MAX_RUN
                && pixels[at + length] == pixels[at + length - distance]) {
            length++;
        }
        return length;
    }

    /** The five codes of a group: green with lengths, red, blue, alpha, distance. */
    private record Codes(PrefixCode green, PrefixCode red, PrefixCode blue, PrefixCode alpha, PrefixCode distance) {
        static Codes of(List<Token> tokens) {
            int[][] counts = {
                new int[256 + LENGTH_SYMBOLS], new int[256], new int[256], new int[256], new int[DISTANCE_SYMBOLS]
            };
            for (Token token : tokens) {
                if (token.length > 0) {
                    counts[0][256 + prefix(token.length)]++;
                    counts[4][prefix(token.distance)]++;
                } else {
                    counts[0][token.argb >> 8 & 0xFF]++;
                    counts[1][token.argb >> 16 & 0xFF]++;
                    counts[2][token.argb & 0xFF]++;
                    counts[3][token.argb >>> 24]++;
                }
            }
            return new Codes(
                    PrefixCode.of(counts[0]),
                    PrefixCode.of(counts[1]),
                    PrefixCode.of(counts[2]),
                    PrefixCode.of(counts[3]),
                    PrefixCode.of(counts[4]));
        }

        void describe(LowFirstBits bits) {
            List.of(green, red, blue, alpha, distance).forEach(code -> code.describe(bits));
        }

        void put(LowFirstBits bits, Token token) {
            if (token.length > 0) {
                int prefix = prefix(token.length);
                green.put(bits, 256 + prefix);
                int extraBits = Math.max(0, prefix / 2 - 1);
                bits.put(token.length - 1, extraBits);
                distance.put(bits, prefix(token.distance));
            } else {
                green.put(bits, token.argb >> 8 & 0xFF);
                red.put(bits, token.argb >> 16 & 0xFF);
                blue.put(bits, token.argb & 0xFF);
                alpha.put(bits, token.argb >>> 24);
            }
        }

        /** Section 3.6.2.2: up to 4 a symbol each, beyond that two symbols for each power of two. */
        private static int prefix(int value) {
            if (value <= 4) {
                return value - 1;
            }
            int highest = 31 - Integer.numberOfLeadingZeros(value - 1);
            int second = value - 1 >> highest - 1 & 1;
            return 2 * highest + second;
        }
    }
}

package org.mediaenricher.bench;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * A JPEG of 12 megapixels that costs a decoder what a camera's does: noise of five sizes, from clouds to grain, which
 * quality 90 packs into some 2.5 MB. The same every time.
 */
final class TexturedPhoto {
    static final int WIDTH = 4000;
    static final int HEIGHT = 3000;

    private static final int[] GRAINS = {512, 64, 16, 4, 1};
    private static final int[] STRENGTHS = {110, 60, 30, 16, 8};
    private static final float QUALITY = 0.9f;

    private TexturedPhoto() {}

    static void write(Path file) throws IOException {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        int[][] channels = {channel(1), channel(2), channel(3)};
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            image.setRGB(
                    i % WIDTH,
                    i / WIDTH,
                    level(channels[0][i]) << 16 | level(channels[1][i]) << 8 | level(channels[2][i]));
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam quality = writer.getDefaultWriteParam();
        quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        quality.setCompressionQuality(QUALITY);
        try (OutputStream out = Files.newOutputStream(file);
                ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), quality);
        } finally {
            writer.dispose();
        }
    }

    private static int[] channel(long seed) {
        int[] levels = new int[WIDTH * HEIGHT];
        for (int octave = 0; octave < GRAINS.length; octave++) {
            // The large shapes are grey, the small ones coloured, as in nature.
            add(levels, GRAINS[octave], STRENGTHS[octave], new Random(octave < 2 ? octave : seed * 31 + octave));
        }
        return levels;
    }

    /** Random points on a grid, and straight lines between them. */
    private static void add(int[] levels, int grain, int strength, Random random) {
        int columns = WIDTH / grain + 2;
        int[] points = random.ints((long) columns * (HEIGHT / grain + 2), -strength, strength + 1)
                .toArray();
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int corner = y / grain * columns + x / grain;
                int right = x % grain;
                int down = y % grain;
                int above = points[corner] * (grain - right) + points[corner + 1] * right;
                int below = points[corner + columns] * (grain - right) + points[corner + columns + 1] * right;
                levels[y * WIDTH + x] += (above * (grain - down) + below * down) / (grain * grain);
            }
        }
    }

    private static int level(int value) {
        return Math.max(0, Math.min(255, 128 + value));
    }
}

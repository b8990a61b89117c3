package org.mediaenricher.demo.sample;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mediaenricher.demo.sample.Camera.Sensor;
import org.mediaenricher.demo.sample.Landscape.Mood;

/** The costly parts of camera JPEGs, drawn once: a few thumbnails, and the tables and scan of a picture. */
final class CameraLooks {
    private static final int SOF0 = 0xC0;
    private static final int GRAIN = 14;

    private static final List<byte[]> THUMBNAILS = IntStream.range(0, 12)
            .mapToObj(i -> Jpeg.encode(grainy(Mood.values()[i % Mood.values().length], 160, 120, i), 0.93f))
            .toList();

    private static final Map<Sensor, byte[]> PICTURES = Camera.ALL.stream()
            .map(Camera::sensor)
            .distinct()
            .collect(Collectors.toMap(Function.identity(), CameraLooks::declaredAs));

    private CameraLooks() {}

    /** A JPEG of 160x120 with a sensor's noise, 8 to 10 KB. */
    static byte[] thumbnail(int look) {
        return THUMBNAILS.get(look % THUMBNAILS.size());
    }

    /** What follows the application segments: tables, a frame of the sensor's size, the scan's beginning. */
    static byte[] picture(Sensor sensor) {
        return PICTURES.get(sensor);
    }

    private static byte[] declaredAs(Sensor sensor) {
        byte[] picture = Jpeg.withoutJfif(Jpeg.encode(grainy(Mood.DAY, 320, 240, 1), 0.9f));
        int frame = 0;
        while ((picture[frame + 1] & 0xFF) != SOF0) {
            frame += 2 + ((picture[frame + 2] & 0xFF) << 8 | picture[frame + 3] & 0xFF);
        }
        byte[] size =
                Octets.bigEndian().u16(sensor.height()).u16(sensor.width()).toByteArray();
        System.arraycopy(size, 0, picture, frame + 5, size.length);
        return Arrays.copyOf(picture, picture.length - 2);
    }

    private static BufferedImage grainy(Mood mood, int width, int height, long seed) {
        BufferedImage image = new Landscape(mood, seed).draw(width, height);
        Random random = new Random(seed);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, brighter(image.getRGB(x, y), random.nextInt(2 * GRAIN) - GRAIN));
            }
        }
        return image;
    }

    private static int brighter(int rgb, int by) {
        int red = clamped((rgb >> 16 & 0xFF) + by);
        int green = clamped((rgb >> 8 & 0xFF) + by);
        int blue = clamped((rgb & 0xFF) + by);
        return red << 16 | green << 8 | blue;
    }

    private static int clamped(int value) {
        return Math.max(0, Math.min(255, value));
    }
}

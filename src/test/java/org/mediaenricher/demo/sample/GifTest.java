package org.mediaenricher.demo.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;

class GifTest {
    @Test
    void every_pixel_of_every_frame_comes_back() throws IOException {
        List<BufferedImage> frames = Drawing.ORBIT.frames(5, 60, 40);

        List<BufferedImage> read = read(Gif.of(frames, 100));

        assertThat(read).hasSize(5);
        for (int i = 0; i < frames.size(); i++) {
            assertThat(pixels(read.get(i))).containsExactly(pixels(frames.get(i)));
        }
    }

    /** Noise fills the table of 4096 codes many times over. */
    @Test
    void noise_comes_back_too() throws IOException {
        BufferedImage noise = new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(1);
        for (int i = 0; i < 40_000; i++) {
            noise.setRGB(i % 200, i / 200, 0x010203 * random.nextInt(80));
        }

        assertThat(pixels(read(Gif.of(List.of(noise), 0)).get(0))).containsExactly(pixels(noise));
    }

    @Test
    void more_colours_than_a_palette_holds_are_refused() {
        BufferedImage sky = new Landscape(Landscape.Mood.DAWN, 1).draw(300, 300);

        assertThatThrownBy(() -> Gif.of(List.of(sky), 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<BufferedImage> read(byte[] gif) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(gif))) {
            reader.setInput(in);
            List<BufferedImage> frames = new ArrayList<>();
            for (int i = 0; i < reader.getNumImages(true); i++) {
                frames.add(reader.read(i));
            }
            return frames;
        } finally {
            reader.dispose();
        }
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}

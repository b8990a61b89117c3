package org.mediaenricher.demo.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TurnedTest {
    private static final int WIDTH = 3;
    private static final int HEIGHT = 2;

    /** The first stored pixel lies in the corner of the shown picture that the orientation names. */
    @ParameterizedTest
    @CsvSource({"1,0,0", "2,2,0", "3,2,1", "4,0,1", "5,0,0", "6,2,0", "7,2,1", "8,0,1"})
    void the_first_stored_pixel_lies_in_the_corner_the_orientation_names(int orientation, int x, int y) {
        BufferedImage stored = Turned.stored(numbered(), orientation);

        assertThat(stored.getRGB(0, 0) & 0xFF).isEqualTo(y * WIDTH + x);
    }

    /** The second pixel of the first stored row runs along the side that the orientation names. */
    @ParameterizedTest
    @CsvSource({"1,1,0", "2,1,0", "3,1,1", "4,1,1", "5,0,1", "6,2,1", "7,2,0", "8,0,0"})
    void the_first_stored_row_runs_along_the_side_the_orientation_names(int orientation, int x, int y) {
        BufferedImage stored = Turned.stored(numbered(), orientation);

        assertThat(stored.getRGB(1, 0) & 0xFF).isEqualTo(y * WIDTH + x);
        assertThat(stored.getWidth()).isEqualTo(orientation < 5 ? WIDTH : HEIGHT);
    }

    private static BufferedImage numbered() {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            image.setRGB(i % WIDTH, i / WIDTH, i);
        }
        return image;
    }
}

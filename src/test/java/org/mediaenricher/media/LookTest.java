package org.mediaenricher.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Placeholder, colour and hash of pictures made here. */
class LookTest {
    private interface Painter {
        int[] at(int x, int y);
    }

    /** What the format's reference implementation (npm package thumbhash 0.1.1) makes of the same pixels. */
    @ParameterizedTest
    @CsvSource({"100, 75, nPgFFYZDRFKDdXiFaAgIRDOPDZF3", "60, 100, W+gFFAYwQXd3ZnVnIyMwfwtyaA=="})
    void a_thumb_hash_is_the_reference_s(int width, int height, String expected) {
        Raster picture = painted(width, height, (x, y) -> rgb(x * x % 251, (x + 2 * y) * 3 % 241, y * y % 239));
        assertThat(Look.of(picture).thumbHash()).isEqualTo(expected);
    }

    @Test
    void a_thumb_hash_with_alpha_is_the_reference_s() {
        Raster picture =
                painted(64, 64, (x, y) -> new int[] {200, x * 7 % 256, y * 5 % 256, x < 32 ? 255 : 255 * y / 64});
        assertThat(Look.of(picture).thumbHash()).isEqualTo("Y6mGPQorJKFll2DYR1eav493f3WjeHh4iA==");
    }

    @Test
    void a_thumb_hash_of_nothing_visible_and_of_one_pixel_can_be_made() {
        assertThat(Base64.getDecoder()
                        .decode(Look.of(painted(10, 20, (x, y) -> new int[4])).thumbHash()))
                .hasSizeBetween(5, 25);
        assertThat(Look.of(painted(1, 1, (x, y) -> new int[] {10, 20, 30, 255})).dominantColour())
                .isEqualTo("#0a141e");
    }

    @Test
    void a_thumb_hash_is_made_of_small_pictures_alone() {
        assertThatIllegalArgumentException().isThrownBy(() -> ThumbHash.of(painted(101, 1, (x, y) -> new int[4])));
    }

    @Test
    void the_dominant_colour_is_the_most_frequent_and_ignores_what_is_transparent() {
        Raster picture = painted(
                10, 10, (x, y) -> y < 5 ? new int[] {255, 0, 0, 0} : x < 3 ? rgb(0, 0, 255) : rgb(250, 128, x % 2));
        assertThat(Look.of(picture).dominantColour()).isEqualTo("#fa8001");
    }

    @ParameterizedTest
    @ValueSource(ints = {33, 50, 75})
    void a_picture_and_its_smaller_copy_have_nearly_the_same_hash(int width) {
        Raster large = scene(100, 80, 0);
        Raster small = scene(width, width * 80 / 100, 0);
        assertThat(distance(large, small)).isLessThanOrEqualTo(6);
    }

    @Test
    void a_brighter_copy_has_nearly_the_same_hash() {
        assertThat(distance(scene(100, 80, 0), scene(100, 80, 30))).isLessThanOrEqualTo(4);
    }

    @Test
    void another_picture_has_another_hash() {
        Raster other = painted(100, 80, (x, y) -> grey((x / 20 + y / 16) % 2 * 200 + 20));
        assertThat(distance(scene(100, 80, 0), other)).isGreaterThan(16);
    }

    @ParameterizedTest
    @CsvSource({"1, 0 1 2 3 4 5", "2, 2 1 0 5 4 3", "3, 5 4 3 2 1 0", "4, 3 4 5 0 1 2"})
    void a_picture_that_keeps_its_sides_is_mirrored_and_turned(int orientation, String pixels) {
        assertThat(turned(orientation, 3, 2)).isEqualTo(pixels);
    }

    /** Stored rows are 0 1 2 and 3 4 5; shown rows have two pixels. */
    @ParameterizedTest
    @CsvSource({"5, 0 3 1 4 2 5", "6, 3 0 4 1 5 2", "7, 5 2 4 1 3 0", "8, 2 5 1 4 0 3"})
    void a_picture_on_its_side_is_mirrored_and_turned(int orientation, String pixels) {
        assertThat(turned(orientation, 2, 3)).isEqualTo(pixels);
    }

    private static String turned(int orientation, int width, int height) {
        Raster upright = painted(3, 2, (x, y) -> grey(3 * y + x)).upright(new Orientation(orientation));
        assertThat(upright.size()).isEqualTo(new Size(width, height));
        StringBuilder pixels = new StringBuilder();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                pixels.append(pixels.isEmpty() ? "" : " ").append(upright.red(x, y));
            }
        }
        return pixels.toString();
    }

    private static int distance(Raster one, Raster other) {
        return Look.distance(Look.of(one).perceptualHash(), Look.of(other).perceptualHash());
    }

    /** Hills before a sky, with a sun. */
    private static Raster scene(int width, int height, int brighter) {
        return painted(width, height, (x, y) -> {
            double u = (x + 0.5) / width;
            double v = (y + 0.5) / height;
            boolean sun = Math.hypot(u - 0.75, v - 0.2) < 0.12;
            boolean hill = v > 0.55 + 0.2 * Math.sin(5 * u);
            return grey((sun ? 220 : hill ? (int) (40 + 60 * u) : (int) (180 - 90 * v)) + brighter);
        });
    }

    private static int[] grey(int level) {
        return rgb(level, level, level);
    }

    private static int[] rgb(int red, int green, int blue) {
        return new int[] {red, green, blue, 255};
    }

    private static Raster painted(int width, int height, Painter painter) {
        byte[] rgba = new byte[width * height * 4];
        for (int pixel = 0; pixel < width * height; pixel++) {
            int[] colour = painter.at(pixel % width, pixel / width);
            for (int channel = 0; channel < 4; channel++) {
                rgba[4 * pixel + channel] = (byte) colour[channel];
            }
        }
        return new Raster(new Size(width, height), rgba);
    }
}

package org.mediaenricher.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a ThumbHash looks like again. */
class PlaceholderTest {
    private static final String BEGIN = "data:image/png;base64,";
    private static final Offset<Integer> ABOUT = Offset.offset(28);

    /** Hashes that LookTest holds against the format's reference implementation. */
    @ParameterizedTest
    @CsvSource({
        "nPgFFYZDRFKDdXiFaAgIRDOPDZF3, 16, 11",
        "W+gFFAYwQXd3ZnVnIyMwfwtyaA==, 9, 16",
        "Y6mGPQorJKFll2DYR1eav493f3WjeHh4iA==, 16, 16"
    })
    void it_is_about_as_wide_and_high_as_the_picture(String hash, int width, int height) throws IOException {
        BufferedImage shown = shown(hash);
        assertThat(shown.getWidth()).isEqualTo(width);
        assertThat(shown.getHeight()).isEqualTo(height);
    }

    @Test
    void colours_stand_where_they_were() throws IOException {
        BufferedImage shown = shown(
                Look.of(painted(80, 60, x -> x < 40 ? 0xff5060a0 : 0xffb0a060)).thumbHash());
        assertAbout(shown.getRGB(2, 6), 0x50, 0x60, 0xa0);
        assertAbout(shown.getRGB(13, 6), 0xb0, 0xa0, 0x60);
    }

    @Test
    void one_colour_is_that_colour_and_opaque() throws IOException {
        BufferedImage shown = shown(Look.of(painted(50, 50, x -> 0xff109050)).thumbHash());
        assertAbout(shown.getRGB(0, 0), 0x10, 0x90, 0x50);
        assertAbout(shown.getRGB(15, 15), 0x10, 0x90, 0x50);
        assertThat(shown.getRGB(8, 8) >>> 24).isEqualTo(255);
    }

    @Test
    void what_was_transparent_is() throws IOException {
        BufferedImage shown = shown(
                Look.of(painted(60, 60, x -> x < 30 ? 0x00000000 : 0xffffffff)).thumbHash());
        assertThat(shown.getRGB(1, 8) >>> 24).isLessThan(40);
        assertThat(shown.getRGB(14, 8) >>> 24).isGreaterThan(215);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AA==", "not base64!", "/////w==", "<script>"})
    void what_is_no_hash_is_no_picture(String text) {
        assertThat(Placeholder.uri(text)).isEmpty();
    }

    @Test
    void it_is_small_enough_to_stand_in_a_page_many_times() {
        assertThat(Placeholder.uri("nPgFFYZDRFKDdXiFaAgIRDOPDZF3").orElseThrow())
                .hasSizeLessThan(1000);
    }

    private interface Painter {
        int argb(int x);
    }

    private static Raster painted(int width, int height, Painter painter) {
        byte[] rgba = new byte[width * height * 4];
        for (int i = 0; i < width * height; i++) {
            int argb = painter.argb(i % width);
            rgba[4 * i] = (byte) (argb >> 16);
            rgba[4 * i + 1] = (byte) (argb >> 8);
            rgba[4 * i + 2] = (byte) argb;
            rgba[4 * i + 3] = (byte) (argb >>> 24);
        }
        return new Raster(new Size(width, height), rgba);
    }

    private static BufferedImage shown(String hash) throws IOException {
        String uri = Placeholder.uri(hash).orElseThrow();
        assertThat(uri).startsWith(BEGIN);
        return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(uri.substring(BEGIN.length()))));
    }

    private static void assertAbout(int rgb, int red, int green, int blue) {
        assertThat(rgb >> 16 & 0xff).isCloseTo(red, ABOUT);
        assertThat(rgb >> 8 & 0xff).isCloseTo(green, ABOUT);
        assertThat(rgb & 0xff).isCloseTo(blue, ABOUT);
    }
}

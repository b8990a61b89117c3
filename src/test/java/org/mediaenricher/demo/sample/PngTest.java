package org.mediaenricher.demo.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngTest {
    @Test
    void every_pixel_comes_back_also_the_transparent_ones() throws IOException {
        BufferedImage drawn = Drawing.RINGS.transparent(50, 30);

        BufferedImage read = ImageIO.read(new ByteArrayInputStream(Png.still(drawn, List.of())));

        assertThat(pixels(read)).containsExactly(pixels(drawn));
    }

    @Test
    void the_animation_is_told_before_the_first_picture() {
        byte[] png = Png.animated(Drawing.ORBIT.frames(3, 20, 20), 100);

        assertThat(chunks(png)).containsExactly("IHDR", "acTL", "fcTL", "IDAT", "fcTL", "fdAT", "fcTL", "fdAT", "IEND");
    }

    @Test
    void metadata_stands_before_the_pixels() {
        byte[] png = Png.still(
                Drawing.TILES.on(20, 20, 0), List.of(Png.exif(new byte[8]), Png.xmp(Xmp.packet(List.of("a")))));

        assertThat(chunks(png)).containsExactly("IHDR", "eXIf", "iTXt", "IDAT", "IEND");
    }

    /** The names of the chunks, each checked by its CRC. */
    private static List<String> chunks(byte[] png) {
        ByteBuffer buffer = ByteBuffer.wrap(png).position(8);
        List<String> names = new ArrayList<>();
        while (buffer.hasRemaining()) {
            byte[] checked = new byte[4 + buffer.getInt()];
            buffer.get(checked);
            CRC32 crc = new CRC32();
            crc.update(checked);
            assertThat(buffer.getInt()).isEqualTo((int) crc.getValue());
            names.add(new String(checked, 0, 4, StandardCharsets.US_ASCII));
        }
        return names;
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}

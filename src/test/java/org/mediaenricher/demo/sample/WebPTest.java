package org.mediaenricher.demo.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebPTest {
    @Test
    void the_simple_forms_have_one_chunk() {
        assertThat(chunks(WebP.lossless(Drawing.RINGS.on(40, 30, 0)))).containsExactly("VP8L");
        assertThat(chunks(WebP.lossy(Drawing.RINGS.on(40, 30, 0)))).containsExactly("VP8 ");
    }

    @Test
    void metadata_follows_the_pixels() {
        byte[] webp = WebP.withMetadata(Drawing.RINGS.on(40, 30, 0), new byte[9], new byte[9]);

        assertThat(chunks(webp)).containsExactly("VP8X", "VP8L", "EXIF", "XMP ");
    }

    @Test
    void an_animation_has_a_chunk_for_each_frame() {
        byte[] webp = WebP.animated(Drawing.ORBIT.frames(3, 40, 40), 100);

        assertThat(chunks(webp)).containsExactly("VP8X", "ANIM", "ANMF", "ANMF", "ANMF");
    }

    @Test
    void the_canvas_and_the_pixels_tell_the_same_size() {
        ByteBuffer webp = littleEndian(WebP.withMetadata(Drawing.RINGS.on(300, 200, 0), new byte[8], new byte[8]));

        int canvas = 20;
        assertThat(webp.getInt(canvas + 4) & 0xFFFFFF).isEqualTo(299);
        assertThat(webp.getInt(canvas + 7) & 0xFFFFFF).isEqualTo(199);
        int pixels = canvas + 10 + 8;
        assertThat(webp.get(pixels)).isEqualTo((byte) 0x2F);
        assertThat(webp.getInt(pixels + 1) & 0x3FFF).isEqualTo(299);
        assertThat(webp.getInt(pixels + 1) >> 14 & 0x3FFF).isEqualTo(199);
    }

    @Test
    void flat_drawings_become_small() {
        assertThat(Vp8l.encode(Drawing.RINGS.on(480, 320, 0))).hasSizeLessThan(480 * 320 / 20);
    }

    private static List<String> chunks(byte[] webp) {
        ByteBuffer buffer = littleEndian(webp);
        assertThat(buffer.getInt(4)).isEqualTo(webp.length - 8);
        buffer.position(12);
        List<String> names = new ArrayList<>();
        while (buffer.hasRemaining()) {
            names.add(new String(webp, buffer.position(), 4, StandardCharsets.US_ASCII));
            int length = buffer.getInt(buffer.position() + 4);
            buffer.position(buffer.position() + 8 + length + length % 2);
        }
        return names;
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}

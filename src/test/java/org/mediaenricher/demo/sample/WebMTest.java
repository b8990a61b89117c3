package org.mediaenricher.demo.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebMTest {
    private static final int SEGMENT = 0x18538067;
    private static final int INFORMATION = 0x1549A966;
    private static final int CLUSTER = 0x1F43B675;
    private static final int DURATION = 0x4489;
    private static final int SIMPLE_BLOCK = 0xA3;

    private final byte[] file = WebM.of(
            Drawing.ORBIT.frames(5, 32, 32).stream().map(Yuv::of).toList(), 25, Instant.parse("2024-06-01T19:10:00Z"));

    @Test
    void is_a_header_and_a_segment() {
        assertThat(ids(file)).containsExactly(0x1A45DFA3, SEGMENT);
        assertThat(ids(child(file, SEGMENT))).containsExactly(INFORMATION, 0x1654AE6B, CLUSTER);
    }

    @Test
    void tells_how_long_it_plays_in_milliseconds() {
        byte[] duration = child(child(child(file, SEGMENT), INFORMATION), DURATION);

        assertThat(ByteBuffer.wrap(duration).getDouble()).isEqualTo(200);
    }

    @Test
    void each_picture_is_a_key_frame_in_a_block_of_its_own() {
        byte[] cluster = child(child(file, SEGMENT), CLUSTER);

        assertThat(ids(cluster)).containsOnly(0xE7, SIMPLE_BLOCK).hasSize(1 + 5);
        assertThat(child(cluster, SIMPLE_BLOCK)).startsWith(0x81, 0, 0, 0x80);
    }

    private record Element(int id, byte[] contents) {}

    private static List<Integer> ids(byte[] bytes) {
        return elements(bytes).stream().map(Element::id).toList();
    }

    private static byte[] child(byte[] bytes, int id) {
        return elements(bytes).stream()
                .filter(element -> element.id == id)
                .findFirst()
                .orElseThrow()
                .contents;
    }

    /** The elements that fill these bytes; sizes are written in four bytes throughout. */
    private static List<Element> elements(byte[] bytes) {
        List<Element> elements = new ArrayList<>();
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            int id = buffer.get() & 0xFF;
            for (int more = Integer.numberOfLeadingZeros(id) - 24; more > 0; more--) {
                id = id << 8 | buffer.get() & 0xFF;
            }
            int size = buffer.getInt() & 0x0FFFFFFF;
            int from = buffer.position();
            elements.add(new Element(id, Arrays.copyOfRange(bytes, from, from + size)));
            buffer.position(from + size);
        }
        return elements;
    }
}

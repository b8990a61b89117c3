package org.mediaenricher.demo.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Mp3Test {
    private static final int[] BIT_RATES = {0, 32_000, 40_000, 48_000, 56_000, 64_000};

    @Test
    void frame_follows_frame_to_the_last_byte() {
        assertThat(frames(Mp3.constantRate(100))).isEqualTo(100);
        assertThat(frames(Mp3.variableRate(100))).isEqualTo(101);
    }

    @Test
    void the_constant_rate_is_what_the_headers_tell() {
        byte[] mp3 = Mp3.constantRate(1000);

        double seconds = 1000.0 * Mp3.SAMPLES_PER_FRAME / Mp3.SAMPLE_RATE;
        assertThat((int) (mp3.length * 8 / seconds)).isBetween(63_990, 64_010);
    }

    @Test
    void the_xing_header_counts_frames_and_bytes() {
        byte[] mp3 = Mp3.variableRate(100);

        int at = 4 + 17;
        assertThat(new String(mp3, at, 4, StandardCharsets.US_ASCII)).isEqualTo("Xing");
        assertThat(ByteBuffer.wrap(mp3).getInt(at + 8)).isEqualTo(100);
        assertThat(ByteBuffer.wrap(mp3).getInt(at + 12)).isEqualTo(mp3.length);
    }

    @Test
    void no_byte_of_a_tags_length_has_its_high_bit_set() {
        byte[] tag = Id3.v23("Title", "Artist", new byte[5000]);

        int length = tag[6] << 21 | tag[7] << 14 | tag[8] << 7 | tag[9];
        assertThat(length).isEqualTo(tag.length - 10);
    }

    private static int frames(byte[] mp3) {
        int count = 0;
        int at = 0;
        while (at < mp3.length) {
            int header = ByteBuffer.wrap(mp3).getInt(at);
            assertThat(header >>> 16).isEqualTo(0xFFFB);
            at += 144 * BIT_RATES[header >> 12 & 0xF] / Mp3.SAMPLE_RATE + (header >> 9 & 1);
            count++;
        }
        assertThat(at).isEqualTo(mp3.length);
        return count;
    }
}

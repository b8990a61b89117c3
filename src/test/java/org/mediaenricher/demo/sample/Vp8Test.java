package org.mediaenricher.demo.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class Vp8Test {
    @Test
    void what_the_bool_encoder_writes_the_decoder_of_the_rfc_reads_back() {
        BoolEncoder encoder = new BoolEncoder();
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            encoder.put(1 + random.nextInt(255), random.nextInt(4) == 0);
        }

        BoolDecoder decoder = new BoolDecoder(encoder.toByteArray());
        Random again = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            int probability = 1 + again.nextInt(255);
            assertThat(decoder.bit(probability)).as("bit " + i).isEqualTo(again.nextInt(4) == 0);
        }
    }

    /** Why a key frame's first partition may be a run of zero bytes. */
    @Test
    void false_bits_are_zero_bytes_whatever_their_probability() {
        BoolEncoder encoder = new BoolEncoder();
        for (int i = 0; i < 1000; i++) {
            encoder.put(1 + i % 255, false);
        }

        assertThat(encoder.toByteArray()).containsOnly(0);
    }

    @Test
    void a_key_frame_tells_its_size_after_the_start_code() {
        byte[] frame = Vp8.keyFrame(Yuv.of(Drawing.RINGS.on(160, 90, 0)));

        assertThat(frame[0] & 1).as("0 in key frames").isZero();
        assertThat(frame).containsSequence(0x9D, 0x01, 0x2A, 160, 0, 90, 0);
    }

    /** RFC 6386, section 7.3. */
    private static final class BoolDecoder {
        private final byte[] input;
        private int at = 2;
        private int value;
        private int range = 255;
        private int bitCount;

        BoolDecoder(byte[] input) {
            this.input = input;
            this.value = (input[0] & 0xFF) << 8 | input[1] & 0xFF;
        }

        boolean bit(int probability) {
            int split = 1 + ((range - 1) * probability >> 8);
            boolean bit = value >= split << 8;
            range = bit ? range - split : split;
            value -= bit ? split << 8 : 0;
            while (range < 128) {
                value <<= 1;
                range <<= 1;
                if (++bitCount == 8) {
                    bitCount = 0;
                    value |= at < input.length ? input[at++] & 0xFF : 0;
                }
            }
            return bit;
        }
    }
}

package org.mediaenricher.demo.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HighFirstBitsTest {
    /** ITU-T H.264, table 9-2. */
    @ParameterizedTest
    @CsvSource({"0, 1", "1, 010", "2, 011", "3, 00100", "6, 00111", "7, 0001000", "8, 0001001"})
    void writes_exp_golomb_codes_as_the_standard_lists_them(int value, String code) {
        byte[] written = new HighFirstBits().golomb(value).toByteArray();

        String padded = (code + "00000000").substring(0, 8);
        assertThat(written).containsExactly(Integer.parseInt(padded, 2));
    }

    @Test
    void puts_the_highest_bit_first_and_fills_up_with_zeros() {
        assertThat(new HighFirstBits().put(0b101, 3).toByteArray()).containsExactly(0b1010_0000);
    }

    @Test
    void whole_bytes_follow_an_alignment() {
        byte[] written =
                new HighFirstBits().put(1, 1).align().bytes(new byte[] {7}).toByteArray();

        assertThat(written).containsExactly(0x80, 7);
    }
}

package org.mediaenricher.demo.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PrefixCodeTest {
    @Test
    void frequent_symbols_get_shorter_codes() {
        int[] lengths = PrefixCode.of(new int[] {1, 100, 1, 10}).lengths();

        assertThat(lengths).containsExactly(3, 1, 3, 2);
    }

    @Test
    void the_code_uses_all_its_room() {
        int[] counts = new int[280];
        Arrays.setAll(counts, i -> i * i % 97);

        assertThat(room(PrefixCode.of(counts).lengths())).isEqualTo(1 << 15);
    }

    @Test
    void no_code_is_longer_than_fifteen_bits_however_skewed_the_counts() {
        int[] fibonacci = new int[30];
        Arrays.setAll(fibonacci, i -> i < 2 ? 1 : fibonacci[i - 1] + fibonacci[i - 2]);

        int[] lengths = PrefixCode.of(fibonacci).lengths();

        assertThat(Arrays.stream(lengths).max()).hasValue(15);
        assertThat(room(lengths)).isEqualTo(1 << 15);
    }

    @Test
    void a_symbol_alone_takes_no_bits() {
        LowFirstBits bits = new LowFirstBits();

        PrefixCode.of(new int[] {0, 0, 5}).put(bits, 2);

        assertThat(bits.toByteArray()).isEmpty();
    }

    /** Kraft's sum in 2^-15ths: a complete code fills it exactly. */
    private static int room(int[] lengths) {
        return Arrays.stream(lengths)
                .filter(length -> length > 0)
                .map(length -> 1 << 15 - length)
                .sum();
    }
}

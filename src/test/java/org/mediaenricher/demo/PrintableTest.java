package org.mediaenricher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {
    @Test
    void takes_the_sting_out_of_escapes_line_ends_and_turning_marks() {
        assertThat(Printable.of("a\u001b[31m\nb\u202Egpj.exe")).isEqualTo("a\uFFFD[31m\uFFFDb\uFFFDgpj.exe");
        assertThat(Printable.of("Zürich, 東京")).isEqualTo("Zürich, 東京");
    }

    @Test
    void cuts_what_is_too_wide() {
        assertThat(Printable.of("abcdef", 4)).isEqualTo("abc…");
        assertThat(Printable.of("abcd", 4)).isEqualTo("abcd");
    }
}

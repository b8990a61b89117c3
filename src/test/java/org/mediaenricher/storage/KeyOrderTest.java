package org.mediaenricher.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyOrderTest {
    private static final List<String> KEYS = List.of(
            "",
            "a",
            "ab",
            "a/b",
            "a.b",
            "A",
            "z",
            "\u00e4",
            "\u20ac",
            "\uFFFD",
            "\uE000",
            "\uD83D\uDE00",
            "\uD800\uDC00",
            "a\uD83D\uDE00",
            "a\uFFFD");

    @Test
    void is_the_order_of_the_bytes_in_utf_8() {
        for (String one : KEYS) {
            for (String other : KEYS) {
                int bytes = Arrays.compareUnsigned(
                        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
                assertThat(Integer.signum(KeyOrder.UTF_8.compare(one, other)))
                        .as("%s, %s", one, other)
                        .isEqualTo(Integer.signum(bytes));
            }
        }
    }
}

package org.mediaenricher.assets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PgArrayTest {
    @Test
    void quotes_every_element() {
        assertThat(PgArray.literal(List.of())).isEqualTo("{}");
        assertThat(PgArray.literal(List.of("a", "", "NULL", "b c", "d,e", "{f}")))
                .isEqualTo("{\"a\",\"\",\"NULL\",\"b c\",\"d,e\",\"{f}\"}");
    }

    @Test
    void escapes_quotes_and_backslashes() {
        assertThat(PgArray.literal(List.of("a\"b", "c\\", "\\\""))).isEqualTo("{\"a\\\"b\",\"c\\\\\",\"\\\\\\\"\"}");
    }
}

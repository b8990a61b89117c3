package org.mediaenricher.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {
    @Test
    void stands_in_columns_numbers_to_the_right() {
        TextTable table = new TextTable("type", "files", "each")
                .row(List.of("image/jpeg", "1,200", "2 kB"))
                .row(List.of("video/mp4", "7", ""));
        assertThat(table.lines())
                .containsExactly("type        files  each", "image/jpeg  1,200  2 kB", "video/mp4       7");
    }

    @Test
    void refuses_a_row_of_another_width() {
        assertThatThrownBy(() -> new TextTable("a", "b").row(List.of("1"))).hasMessageContaining("2 cells");
    }
}

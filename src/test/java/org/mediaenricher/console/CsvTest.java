package org.mediaenricher.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines that any program reads and no spreadsheet obeys. */
class CsvTest {
    @Test
    void every_cell_is_quoted_and_every_line_ended() {
        assertThat(Csv.line(List.of("a", "", "b c"))).isEqualTo("\"a\",\"\",\"b c\"\r\n");
    }

    @Test
    void quotes_commas_and_line_ends_stay_within_their_cell() {
        assertThat(Csv.line(List.of("say \"x\", or\nnot"))).isEqualTo("\"say \"\"x\"\", or\nnot\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"})
    void what_a_spreadsheet_takes_for_a_formula_is_inert(String cell) {
        assertThat(Csv.line(List.of(cell))).isEqualTo("\"'" + cell + "\"\r\n");
    }

    @Test
    void such_a_character_further_on_is_left_alone() {
        assertThat(Csv.line(List.of("a=b", "1-2"))).isEqualTo("\"a=b\",\"1-2\"\r\n");
    }
}

package org.mediaenricher.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class OutagesTest {
    private static final SQLException LINE_BROKE = new SQLException("Read timed out", "08006");

    @Test
    void a_line_that_broke_is_an_outage_however_deep_it_is_told() {
        assertThat(Outages.caused(new IllegalStateException(new IllegalArgumentException(LINE_BROKE))))
                .isTrue();
    }

    @Test
    void so_is_a_commit_whose_answer_was_lost_and_that_tells_it_among_what_is_suppressed() {
        Exception commit = new Exception("heuristic");
        commit.addSuppressed(new IllegalStateException("could not commit", new RuntimeException(LINE_BROKE)));
        assertThat(Outages.caused(commit)).isTrue();
    }

    @Test
    void a_statement_that_is_wrong_is_none() {
        assertThat(Outages.caused(new IllegalStateException(new SQLException("no such column", "42703"))))
                .isFalse();
    }

    @Test
    void a_circle_of_causes_comes_to_an_end() {
        Exception one = new Exception("one");
        one.initCause(new Exception("two", one));
        assertThat(Outages.caused(one)).isFalse();
    }
}

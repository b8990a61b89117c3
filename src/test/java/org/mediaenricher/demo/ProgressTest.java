package org.mediaenricher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);

    @Test
    void tells_count_rate_and_time_left() {
        assertThat(Progress.line(run("running", true, 20_000, 5_000), Duration.ofSeconds(2)))
                .isEqualTo("[#######-----------------------]  25 %  5,000 of 20,000  2,500/s  6 s left");
    }

    @Test
    void tells_minutes_when_it_takes_long() {
        assertThat(Progress.line(run("running", true, 1_000, 10), Duration.ofSeconds(10)))
                .endsWith("1/s  16 min left");
    }

    @Test
    void is_never_at_the_end_before_all_is_done() {
        assertThat(Progress.line(run("running", true, 1_000, 999), Duration.ofSeconds(10)))
                .contains(" 99 %");
    }

    @Test
    void counts_while_the_total_is_not_known() {
        assertThat(Progress.line(run("running", false, 3_000, 100), Duration.ofSeconds(1)))
                .isEqualTo("looking around: 3,000 objects so far, 100 done");
    }

    @Test
    void an_empty_bucket_is_done() {
        assertThat(Progress.line(run("completed", true, 0, 0), Duration.ofSeconds(1)))
                .isEqualTo("[##############################] 100 %  0 of 0  0/s  completed");
    }

    @Test
    void a_log_gets_a_line_now_and_then_and_one_at_the_end() {
        Progress progress = new Progress(out, false);
        for (int second = 1; second <= 11; second++) {
            progress.show(run("running", true, 100, second), Duration.ofSeconds(second));
        }
        progress.show(run("completed", true, 100, 100), Duration.ofSeconds(12));
        assertThat(written.toString(StandardCharsets.UTF_8).lines()).hasSize(3).noneMatch(line -> line.contains("\r"));
    }

    @Test
    void a_terminal_gets_one_line_that_is_drawn_over() {
        Progress progress = new Progress(out, true);
        progress.show(run("running", true, 100, 10), Duration.ofSeconds(1));
        progress.show(run("completed", true, 100, 100), Duration.ofSeconds(2));
        assertThat(written.toString(StandardCharsets.UTF_8)).startsWith("\r").endsWith(System.lineSeparator());
        assertThat(written.toString(StandardCharsets.UTF_8).split("\r", -1)).hasSize(3);
    }

    private static RunState run(String status, boolean surveyed, long total, long processed) {
        return new RunState("id", status, "", surveyed, total, processed, processed, 0, 0, Duration.ZERO);
    }
}

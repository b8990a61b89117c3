package org.mediaenricher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class RunStateTest {
    @Test
    void sums_up_in_one_line_with_begun_seconds() throws JsonProcessingException {
        assertThat(run("completed", null).summary())
                .isEqualTo("run completed: total=12 processed=10 succeeded=7 failed=2 skipped=1 seconds=3");
        assertThat(run("completed", null).completed()).isTrue();
    }

    @Test
    void says_why_it_failed() throws JsonProcessingException {
        RunState failed = run("failed", "the store\\nis away");
        assertThat(failed.summary())
                .startsWith("run failed: total=12")
                .endsWith("seconds=3 reason=the store\uFFFDis away");
        assertThat(failed.ended()).isTrue();
        assertThat(failed.completed()).isFalse();
    }

    @Test
    void goes_on_until_it_is_completed_failed_or_stopped() throws JsonProcessingException {
        assertThat(run("running", null).ended()).isFalse();
        assertThat(run("stopping", null).ended()).isFalse();
        assertThat(run("stopped", null).ended()).isTrue();
    }

    private static RunState run(String status, String reason) throws JsonProcessingException {
        String json = """
                {"id": "1", "status": "%s", "surveyed": true, "started_at": "2026-01-01T00:00:00Z",
                 "ended_at": "2026-01-01T00:00:02.1Z", "total_files": 12, "processed_files": 10, "succeeded": 7,
                 "failed": 2, "skipped": 1, "reason": %s}
                """.formatted(status, reason == null ? "null" : "\"" + reason + "\"");
        return RunState.of(new ObjectMapper().readTree(json));
    }
}

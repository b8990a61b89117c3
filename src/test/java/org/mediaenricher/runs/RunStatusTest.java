package org.mediaenricher.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RunStatusTest {
    @Test
    void has_the_words_of_the_schema() {
        assertThat(RunStatus.words())
                .containsExactly("pending", "running", "stopping", "stopped", "completed", "failed");
        assertThat(RunStatus.of("running")).contains(RunStatus.RUNNING);
        assertThat(RunStatus.of("RUNNING")).isEmpty();
    }

    @Test
    void what_has_ended_before_its_time_can_be_restarted_and_nothing_else() {
        assertThat(Arrays.stream(RunStatus.values()).filter(RunStatus::restartable))
                .containsExactly(RunStatus.STOPPED, RunStatus.FAILED);
    }

    @Test
    void no_status_is_both_active_and_restartable() {
        assertThat(Arrays.stream(RunStatus.values()).filter(RunStatus::active))
                .containsExactly(RunStatus.PENDING, RunStatus.RUNNING, RunStatus.STOPPING);
    }
}

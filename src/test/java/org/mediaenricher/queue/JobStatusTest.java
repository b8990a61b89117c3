package org.mediaenricher.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mediaenricher.harness.Project;

/** The states of a job, told three times: here, in the schema's checks, and in the picture of the README. */
class JobStatusTest {
    private static final Pattern CHECK_OF_STATUS = Pattern.compile(
            "create table public\\.(jobs\\w*) \\((?:(?!create table).)*?check \\(status ([^;]*?)\\)+,", Pattern.DOTALL);

    private static final Pattern WORD = Pattern.compile("'(\\w+)'");

    /** Every arrow of the picture ends at a state. */
    private static final Pattern STATE_AT_AN_ARROW = Pattern.compile("► (\\w+)|(\\w+) ◄");

    @Test
    void each_table_holds_the_states_of_its_own_and_all_tables_together_hold_all() throws IOException {
        assertThat(allowedIn("jobs")).isEqualTo(words(JobStatus::live));
        Set<String> ended = new TreeSet<>(allowedIn("jobs_history"));
        ended.addAll(allowedIn("jobs_dlq"));
        assertThat(ended).isEqualTo(words(status -> !status.live()));
        assertThat(allowedIn("jobs_dlq")).containsExactly(JobStatus.DEAD.word());
    }

    @Test
    void the_picture_of_a_job_s_life_draws_every_state_and_no_other() throws IOException {
        assertThat(drawn()).isEqualTo(words(any -> true));
    }

    private static Set<String> words(Predicate<JobStatus> which) {
        return Arrays.stream(JobStatus.values())
                .filter(which)
                .map(JobStatus::word)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> allowedIn(String table) throws IOException {
        String schema = Files.readString(Project.root().resolve("liquibase/0015-queue-jobs.sql"));
        return CHECK_OF_STATUS
                .matcher(schema)
                .results()
                .filter(check -> check.group(1).equals(table))
                .flatMap(check -> WORD.matcher(check.group(2)).results())
                .map(word -> word.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> drawn() throws IOException {
        String readme = Files.readString(Project.root().resolve("README.md"));
        int begin = readme.indexOf("(enqueue) ──►");
        String picture = readme.substring(begin, readme.indexOf("```", begin));
        Set<String> states = new TreeSet<>();
        Matcher arrow = STATE_AT_AN_ARROW.matcher(picture);
        while (arrow.find()) {
            states.add(arrow.group(1) == null ? arrow.group(2) : arrow.group(1));
        }
        return states;
    }
}

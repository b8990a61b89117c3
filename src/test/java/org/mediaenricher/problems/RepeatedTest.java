package org.mediaenricher.problems;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RepeatedTest {
    private final Repeated work = new Repeated("a test's work");

    @Test
    void work_that_fails_says_so_and_may_be_done_again() {
        assertThat(work.run(() -> {
                    throw new IllegalStateException("as it was asked to");
                }))
                .isFalse();
        assertThat(work.run(() -> {})).isTrue();
    }

    /** A commit whose answer was lost is told by a checked exception, past what any method declares. */
    @Test
    void what_an_interceptor_throws_past_the_declarations_is_a_failure_like_any_other() {
        assertThat(work.run(() -> RepeatedTest.<RuntimeException>throwAnything(new Exception("heuristic"))))
                .isFalse();
    }

    @SuppressWarnings("unchecked")
    private static <T extends Exception> void throwAnything(Exception any) throws T {
        throw (T) any;
    }
}

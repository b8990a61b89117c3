package org.mediaenricher.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** One tick for all that have become due. */
class TimetableTest {
    private static final Instant NINE = Instant.parse("2031-01-01T09:00:00Z");

    private final Timetable hourly = Timetable.of("0 * * * *", "UTC");

    @Test
    void a_tick_in_its_time_has_missed_nothing() {
        Timetable.Turn turn = hourly.turn(NINE, NINE.plusMillis(1500));
        assertThat(turn.due()).isEqualTo(NINE);
        assertThat(turn.missed()).isZero();
        assertThat(turn.late()).isFalse();
        assertThat(turn.next()).hasValue(NINE.plusSeconds(3600));
    }

    @Test
    void a_tick_that_comes_half_an_hour_later_is_late_even_when_none_was_left_out() {
        Timetable.Turn turn = hourly.turn(NINE, NINE.plusSeconds(1800));
        assertThat(turn.due()).isEqualTo(NINE);
        assertThat(turn.missed()).isZero();
        assertThat(turn.late()).isTrue();
    }

    @Test
    void of_several_ticks_the_last_is_made_up_for_and_the_others_are_counted() {
        Timetable.Turn turn = hourly.turn(NINE, NINE.plusSeconds(5 * 3600 + 10));
        assertThat(turn.due()).isEqualTo(NINE.plusSeconds(5 * 3600));
        assertThat(turn.missed()).isEqualTo(5);
        assertThat(turn.late()).isTrue();
        assertThat(turn.next()).hasValue(NINE.plusSeconds(6 * 3600));
    }

    @Test
    void a_tick_that_is_due_right_now_is_taken_and_not_the_next_one() {
        Timetable.Turn turn = hourly.turn(NINE, NINE.plusSeconds(3600));
        assertThat(turn.due()).isEqualTo(NINE.plusSeconds(3600));
        assertThat(turn.next()).hasValue(NINE.plusSeconds(7200));
    }

    @Test
    void a_year_of_seconds_is_counted_up_to_a_thousand_and_its_last_one_found() {
        Instant now = Instant.parse("2032-01-01T09:00:00.5Z");
        Timetable.Turn turn = Timetable.of("* * * * * *", "UTC").turn(NINE, now);
        assertThat(turn.missed()).isEqualTo(1000);
        assertThat(turn.due()).isEqualTo(Instant.parse("2032-01-01T09:00:00Z"));
        assertThat(turn.next()).hasValue(Instant.parse("2032-01-01T09:00:01Z"));
    }

    @Test
    void what_is_never_due_again_has_no_next() {
        assertThat(Timetable.of("0 0 31 2 *", "UTC").turn(NINE, NINE).next()).isEmpty();
    }
}

package org.mediaenricher.queue.cron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronExpressionTest {
    private static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 3 * * sun         | 0 3 * * 0
            0 3 * * 7           | 0 3 * * 0
            0 0 3 * * SUN       | 0 3 * * 0
            ' 5   3\t* Jan *  ' | 5 3 * 1 *
            */30 * * * * *      | */30 * * * * *
            0 */5 * * * *       | */5 * * * *
            @hourly             | 0 * * * *
            @Daily              | 0 0 * * *
            @midnight           | 0 0 * * *
            @weekly             | 0 0 * * 0
            @monthly            | 0 0 1 * *
            @yearly             | 0 0 1 1 *
            @annually           | 0 0 1 1 *
            """)
    void has_one_canonical_text(String typed, String canonical) {
        CronExpression expression = CronExpression.of(typed);
        assertThat(expression).hasToString(canonical);
        assertThat(expression).isEqualTo(CronExpression.of(canonical)).hasSameHashCodeAs(CronExpression.of(canonical));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "* * * *",
                "* * * * * * *",
                "60 * * * *",
                "* 24 * * *",
                "* * 0 * *",
                "* * 32 * *",
                "* * * 13 *",
                "* * * * 8",
                "* * * foo *",
                "*/0 * * * *",
                "1/0 * * * *",
                "5-7/ * * * *",
                "7-5 * * * *",
                "-1 * * * *",
                "1,,2 * * * *",
                ", * * * *",
                "1, * * * *",
                "/5 * * * *",
                "1-2-3 * * * *",
                "99999999999 * * * *",
                "0 3 L * *",
                "0 3 ? * *",
                "0 3 1W * *",
                "0 3 * * 1#2",
                "1|2 * * * *",
                "* * * * *||* * * * *",
                "@reboot",
                "@",
                "every day",
                "0 3 * * \u0661"
            })
    void refuses_what_is_none_and_says_what_would_be(String typed) {
        assertThatThrownBy(() -> CronExpression.of(typed))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + typed + "\"")
                .hasMessageContaining("five fields");
    }

    @Test
    void names_the_number_that_is_wrong() {
        assertThatThrownBy(() -> CronExpression.of("61 * * * *")).hasMessageContaining("61 not in range [0, 59]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            */30 * * * * * | 2026-01-01T00:00:30Z
            * * * * * *    | 2026-01-01T00:00:01Z
            15 30 2 * * *  | 2026-01-01T02:30:15Z
            * * * * *      | 2026-01-01T00:01:00Z
            0 0 * * *      | 2026-01-02T00:00:00Z
            @hourly        | 2026-01-01T01:00:00Z
            0 3 * * 0      | 2026-01-04T03:00:00Z
            0 3 13 * 5     | 2026-01-02T03:00:00Z
            0 0 29 2 *     | 2028-02-29T00:00:00Z
            0 0 31 * *     | 2026-01-31T00:00:00Z
            0 0 31 4,6 1   | 2026-04-06T00:00:00Z
            """)
    void is_due_next_at(String expression, Instant next) {
        assertThat(CronExpression.of(expression).nextAfter(NEW_YEAR, ZoneOffset.UTC))
                .contains(next);
    }

    @Test
    void leap_days_skip_the_year_2100() {
        CronExpression leapDay = CronExpression.of("0 0 29 2 *");
        assertThat(leapDay.nextAfter(Instant.parse("2096-02-29T00:00:00Z"), ZoneOffset.UTC))
                .contains(Instant.parse("2104-02-29T00:00:00Z"));
        assertThat(leapDay.latestAtOrBefore(Instant.parse("2104-02-28T23:59:59Z"), ZoneOffset.UTC))
                .contains(Instant.parse("2096-02-29T00:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 0 31 2 *", "* * 30 2 *", "0 3 31 4,6,9,11 *"})
    void a_date_that_never_comes_is_never_due(String expression) {
        CronExpression never = CronExpression.of(expression);
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        assertThat(never.nextAfter(NEW_YEAR, berlin)).isEmpty();
        assertThat(never.latestAtOrBefore(NEW_YEAR, berlin)).isEmpty();
    }

    @Test
    void parts_of_a_second_count() {
        CronExpression daily = CronExpression.of("@daily");
        assertThat(daily.nextAfter(NEW_YEAR.minusNanos(1), ZoneOffset.UTC)).contains(NEW_YEAR);
        assertThat(daily.nextAfter(NEW_YEAR.plusNanos(1), ZoneOffset.UTC)).contains(NEW_YEAR.plusSeconds(86_400));
        assertThat(daily.latestAtOrBefore(NEW_YEAR.minusNanos(1), ZoneOffset.UTC))
                .contains(NEW_YEAR.minusSeconds(86_400));
        assertThat(daily.latestAtOrBefore(NEW_YEAR.plusNanos(1), ZoneOffset.UTC))
                .contains(NEW_YEAR);
        assertThat(daily.latestAtOrBefore(NEW_YEAR, ZoneOffset.UTC)).contains(NEW_YEAR);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            * * * * * *       | every second
            */30 * * * * *    | every 30 seconds
            */7 * * * * *     | at seconds 0, 7, 14, 21, 28, 35, 42, 49 and 56
            * * * * *         | every minute
            */5 * * * *       | every 5 minutes
            0,30 * * * *      | at minutes 0 and 30
            @hourly           | every hour
            15 * * * *        | every hour at minute 15
            0 */2 * * *       | every 2 hours
            15 */6 * * *      | every 6 hours at minute 15
            0 9-17 * * 1-5    | every hour from 09:00 to 17:00 on Monday to Friday
            30 8-18/2 * * *   | at minute 30 in hours 8, 10, 12, 14, 16 and 18
            */5 9-17 * * *    | every 5 minutes in hours 9 to 17
            * 3 * * *         | every minute in hour 3
            */10 30 2 * * *   | at 02:30:00, 02:30:10, 02:30:20, 02:30:30, 02:30:40 and 02:30:50 every day
            * 30 2 * * *      | every second in minute 30 in hour 2
            @daily            | at 00:00 every day
            0 3 * * sun       | at 03:00 on Sunday
            0 3 * * */2       | at 03:00 on Tuesday, Thursday, Saturday and Sunday
            0 3 * * 1/2       | at 03:00 on Monday, Wednesday, Friday and Sunday
            0 3 * * 6,7       | at 03:00 on Saturday and Sunday
            0 3 * * 5-7       | at 03:00 on Friday to Sunday
            15 30 2 * * *     | at 02:30:15 every day
            0,30 8,20 * * *   | at 08:00, 08:30, 20:00 and 20:30 every day
            @monthly          | at 00:00 on the 1st
            @yearly           | at 00:00 on the 1st in January
            0 3 2,3,11,22 * * | at 03:00 on the 2nd, 3rd, 11th and 22nd
            0 3 13 * 5        | at 03:00 on the 13th or on Friday
            0 3 * 1-3,7 *     | at 03:00 every day in January to March and July
            """)
    void says_it_in_plain_words(String expression, String words) {
        assertThat(CronExpression.of(expression).inWords()).isEqualTo(words);
    }
}

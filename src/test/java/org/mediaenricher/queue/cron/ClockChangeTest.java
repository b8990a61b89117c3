package org.mediaenricher.queue.cron;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The nights when clocks change, with real zones. */
class ClockChangeTest {
    /** From the first time, included, to the second, excluded: all that is due, as local times with offset. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # Europe/Berlin, forward at 02:00 on 29 March 2026: fixed hours move by what is skipped
            30 2 * * *       | Europe/Berlin | 2026-03-28T12:00+01:00 | 2026-03-30T12:00+02:00 | 2026-03-29T03:30+02:00 2026-03-30T02:30+02:00
            0 3 * * 0        | Europe/Berlin | 2026-03-28T12:00+01:00 | 2026-03-30T12:00+02:00 | 2026-03-29T03:00+02:00
            0 2,3 * * *      | Europe/Berlin | 2026-03-29T00:00+01:00 | 2026-03-29T12:00+02:00 | 2026-03-29T03:00+02:00
            30 2,3 * * *     | Europe/Berlin | 2026-03-29T00:00+01:00 | 2026-03-29T12:00+02:00 | 2026-03-29T03:30+02:00
            10,30 2,3 * * *  | Europe/Berlin | 2026-03-29T00:00+01:00 | 2026-03-29T12:00+02:00 | 2026-03-29T03:10+02:00 2026-03-29T03:30+02:00
            */20 2 * * *     | Europe/Berlin | 2026-03-29T00:00+01:00 | 2026-03-29T12:00+02:00 | 2026-03-29T03:00+02:00 2026-03-29T03:20+02:00 2026-03-29T03:40+02:00
            15 30 2 29 3 *   | Europe/Berlin | 2026-03-29T00:00+01:00 | 2026-12-31T00:00+01:00 | 2026-03-29T03:30:15+02:00
            # and a rhythm has nothing there
            @hourly          | Europe/Berlin | 2026-03-29T00:30+01:00 | 2026-03-29T05:00+02:00 | 2026-03-29T01:00+01:00 2026-03-29T03:00+02:00 2026-03-29T04:00+02:00
            0 */2 * * *      | Europe/Berlin | 2026-03-29T00:30+01:00 | 2026-03-29T07:00+02:00 | 2026-03-29T04:00+02:00 2026-03-29T06:00+02:00
            30 0-23 * * *    | Europe/Berlin | 2026-03-29T01:00+01:00 | 2026-03-29T05:00+02:00 | 2026-03-29T01:30+01:00 2026-03-29T03:30+02:00 2026-03-29T04:30+02:00
            # back at 03:00 on 25 October 2026: fixed hours the first time only, a rhythm both times
            30 2 * * *       | Europe/Berlin | 2026-10-24T12:00+02:00 | 2026-10-26T12:00+01:00 | 2026-10-25T02:30+02:00 2026-10-26T02:30+01:00
            30 2 * * *       | Europe/Berlin | 2026-10-25T02:10+01:00 | 2026-10-26T12:00+01:00 | 2026-10-26T02:30+01:00
            0 2,3 * * *      | Europe/Berlin | 2026-10-25T00:00+02:00 | 2026-10-25T12:00+01:00 | 2026-10-25T02:00+02:00 2026-10-25T03:00+01:00
            @hourly          | Europe/Berlin | 2026-10-25T01:30+02:00 | 2026-10-25T04:00+01:00 | 2026-10-25T02:00+02:00 2026-10-25T02:00+01:00 2026-10-25T03:00+01:00
            */30 * * * *     | Europe/Berlin | 2026-10-25T02:00+02:00 | 2026-10-25T03:00+01:00 | 2026-10-25T02:00+02:00 2026-10-25T02:30+02:00 2026-10-25T02:00+01:00 2026-10-25T02:30+01:00
            # America/New_York, 8 March and 1 November 2026
            30 2 * * *       | America/New_York | 2026-03-08T00:00-05:00 | 2026-03-09T12:00-04:00 | 2026-03-08T03:30-04:00 2026-03-09T02:30-04:00
            30 1 * * *       | America/New_York | 2026-11-01T00:00-04:00 | 2026-11-02T12:00-05:00 | 2026-11-01T01:30-04:00 2026-11-02T01:30-05:00
            30 * * * *       | America/New_York | 2026-11-01T00:45-04:00 | 2026-11-01T03:00-05:00 | 2026-11-01T01:30-04:00 2026-11-01T01:30-05:00 2026-11-01T02:30-05:00
            # Australia/Lord_Howe, half an hour: 5 April back from 02:00 to 01:30, 4 October forward from 02:00 to 02:30
            45 1 * * *       | Australia/Lord_Howe | 2026-04-05T00:00+11:00 | 2026-04-06T12:00+10:30 | 2026-04-05T01:45+11:00 2026-04-06T01:45+10:30
            15,45 1 * * *    | Australia/Lord_Howe | 2026-04-05T00:00+11:00 | 2026-04-05T12:00+10:30 | 2026-04-05T01:15+11:00 2026-04-05T01:45+11:00
            15 * * * *       | Australia/Lord_Howe | 2026-04-05T01:00+11:00 | 2026-04-05T03:00+10:30 | 2026-04-05T01:15+11:00 2026-04-05T02:15+10:30
            45 * * * *       | Australia/Lord_Howe | 2026-04-05T01:00+11:00 | 2026-04-05T02:00+10:30 | 2026-04-05T01:45+11:00 2026-04-05T01:45+10:30
            15 2 * * *       | Australia/Lord_Howe | 2026-10-04T00:00+10:30 | 2026-10-05T12:00+11:00 | 2026-10-04T02:45+11:00 2026-10-05T02:15+11:00
            15,45 2 * * *    | Australia/Lord_Howe | 2026-10-04T00:00+10:30 | 2026-10-04T12:00+11:00 | 2026-10-04T02:45+11:00
            15 * * * *       | Australia/Lord_Howe | 2026-10-04T01:00+10:30 | 2026-10-04T04:00+11:00 | 2026-10-04T01:15+10:30 2026-10-04T03:15+11:00
            # Africa/Casablanca, where winter time is for Ramadan: 15 February back at 03:00, 22 March 2026 forward at 02:00
            30 2 * * *       | Africa/Casablanca | 2026-02-15T00:00+01:00 | 2026-02-16T12:00Z | 2026-02-15T02:30+01:00 2026-02-16T02:30Z
            30 2 * * *       | Africa/Casablanca | 2026-03-22T00:00Z | 2026-03-23T12:00+01:00 | 2026-03-22T03:30+01:00 2026-03-23T02:30+01:00
            # UTC knows no such night
            30 2 * * *       | UTC | 2026-03-29T00:00Z | 2026-03-30T12:00Z | 2026-03-29T02:30Z 2026-03-30T02:30Z
            # Africa/Cairo, forward at midnight, 24 April 2026: the day still has its tick
            @daily           | Africa/Cairo | 2026-04-23T12:00+02:00 | 2026-04-25T12:00+03:00 | 2026-04-24T01:00+03:00 2026-04-25T00:00+03:00
            # Pacific/Apia left out 30 December 2011: that tick and the next day's are the same instant
            30 2 * * *       | Pacific/Apia | 2011-12-29T00:00-10:00 | 2012-01-01T12:00+14:00 | 2011-12-29T02:30-10:00 2011-12-31T02:30+14:00 2012-01-01T02:30+14:00
            """)
    void is_due_at(String expression, ZoneId zone, OffsetDateTime from, OffsetDateTime to, String due) {
        List<String> ticks = new ArrayList<>();
        CronExpression cron = CronExpression.of(expression);
        Instant tick = from.toInstant().minusSeconds(1);
        while ((tick = cron.nextAfter(tick, zone).orElseThrow()).isBefore(to.toInstant())) {
            assertThat(cron.latestAtOrBefore(tick, zone)).contains(tick);
            assertThat(cron.latestAtOrBefore(tick.plusSeconds(1), zone)).contains(tick);
            ticks.add(tick.atZone(zone).toOffsetDateTime().toString());
        }
        assertThat(ticks).containsExactly(due.split(" "));
    }
}

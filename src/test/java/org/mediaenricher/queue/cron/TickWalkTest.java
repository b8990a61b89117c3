package org.mediaenricher.queue.cron;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds for every zone and expression. */
class TickWalkTest {
    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final LocalDate END = START.plusYears(2);

    @ParameterizedTest
    @CsvSource({"30 2 * * *,02:30", "0 0 * * *,00:00", "15 1 * * *,01:15", "59 23 * * *,23:59"})
    void a_time_of_day_is_due_once_for_every_date_in_every_zone(String expression, LocalTime time) {
        CronExpression daily = CronExpression.of(expression);
        for (ZoneId zone : zonesThatDiffer()) {
            assertThat(walk(daily, zone))
                    .as("%s in %s", expression, zone)
                    .containsExactlyElementsOf(START.datesUntil(END)
                            .map(date -> date.atTime(time).atZone(zone).toInstant())
                            .toList());
        }
    }

    @Test
    void no_date_is_left_out_and_none_comes_twice_where_no_gap_reaches_into_the_next_date() {
        CronExpression daily = CronExpression.of("30 2 * * *");
        List<LocalDate> everyDate = START.datesUntil(END).toList();
        for (ZoneId zone : zonesThatDiffer()) {
            assertThat(walk(daily, zone).stream().map(tick -> tick.atZone(zone).toLocalDate()))
                    .as(zone.getId())
                    .containsExactlyElementsOf(everyDate);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            */20 * * * *
            */20 1-3 * * *
            10,30,50 0,2,3,23 * * *
            0 */2 * * *
            30 */5 * * 1-5
            """)
    void each_tick_is_later_than_the_last_and_found_again_looking_back(String expression) {
        CronExpression cron = CronExpression.of(expression);
        for (String id :
                List.of("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca", "UTC")) {
            ZoneId zone = ZoneId.of(id);
            List<Instant> ticks = walk(cron, zone);
            assertThat(ticks).as("%s in %s", expression, id).isSorted().doesNotHaveDuplicates();
            for (int n = 97; n < ticks.size(); n += 97) {
                Instant justBefore = ticks.get(n).minusSeconds(1);
                assertThat(cron.latestAtOrBefore(justBefore, zone)).contains(ticks.get(n - 1));
            }
        }
    }

    @Test
    void is_due_whenever_all_fields_match_and_at_no_other_time() {
        Random random = new Random(7);
        for (int n = 0; n < 300; n++) {
            String text = Stream.of(
                            part(random, 0, 59),
                            part(random, 0, 23),
                            part(random, 1, 31),
                            part(random, 1, 12),
                            part(random, 0, 6))
                    .reduce((a, b) -> a + " " + b)
                    .orElseThrow();
            assertDueAsWritten(text);
        }
    }

    private static void assertDueAsWritten(String text) {
        CronExpression cron = CronExpression.of(text);
        Instant from = START.atStartOfDay().toInstant(ZoneOffset.UTC);
        Instant until = from.plusSeconds(400L * 86_400);
        Instant tick = from;
        for (int n = 0; n < 50; n++) {
            Instant expected = firstMatch(text, tick.plusSeconds(60), until);
            Instant next = cron.nextAfter(tick, ZoneOffset.UTC).orElse(until);
            if (expected.equals(until)) {
                assertThat(next).as(text).isAfterOrEqualTo(until);
                return;
            }
            assertThat(next).as(text).isEqualTo(expected);
            tick = next;
        }
    }

    /** Minute by minute, by the definition alone. */
    private static Instant firstMatch(String text, Instant from, Instant until) {
        String[] fields = text.split(" ");
        Set<Integer> minutes = numbers(fields[0], 0, 59);
        Set<Integer> hours = numbers(fields[1], 0, 23);
        for (Instant time = from; time.isBefore(until); time = time.plusSeconds(60)) {
            ZonedDateTime local = time.atZone(ZoneOffset.UTC);
            if (!isDay(fields, local)) {
                time = local.toLocalDate()
                        .plusDays(1)
                        .atStartOfDay()
                        .toInstant(ZoneOffset.UTC)
                        .minusSeconds(60);
            } else if (hours.contains(local.getHour()) && minutes.contains(local.getMinute())) {
                return time;
            }
        }
        return until;
    }

    private static boolean isDay(String[] fields, ZonedDateTime local) {
        boolean date = numbers(fields[2], 1, 31).contains(local.getDayOfMonth());
        boolean weekday = numbers(fields[4], 0, 7).stream()
                .anyMatch(n -> n % 7 == local.getDayOfWeek().getValue() % 7);
        boolean limitedTwice = !fields[2].equals("*") && !fields[4].equals("*");
        return numbers(fields[3], 1, 12).contains(local.getMonthValue())
                && (limitedTwice ? date || weekday : date && weekday);
    }

    private static Set<Integer> numbers(String field, int least, int most) {
        Set<Integer> numbers = new TreeSet<>();
        for (String part : field.split(",")) {
            String[] stepped = part.split("/");
            String[] ends = stepped[0].split("-");
            boolean all = ends[0].equals("*");
            int from = all ? least : Integer.parseInt(ends[0]);
            int to = all || ends.length == 1 && stepped.length > 1 ? most : Integer.parseInt(ends[ends.length - 1]);
            for (int n = from; n <= to; n += stepped.length > 1 ? Integer.parseInt(stepped[1]) : 1) {
                numbers.add(n);
            }
        }
        return numbers;
    }

    private static String part(Random random, int least, int most) {
        int from = random.nextInt(least, most + 1);
        int to = random.nextInt(from, most + 1);
        int step = random.nextInt(2, Math.max(3, most / 2));
        return switch (random.nextInt(8)) {
            case 0 -> Integer.toString(from);
            case 1 -> from + "-" + to;
            case 2 -> from + "-" + to + "/" + step;
            case 3 -> "*/" + step;
            case 4 -> from + "," + to;
            case 5 -> from + "/" + step;
            case 6 -> from + "-" + to + "," + least;
            default -> "*";
        };
    }

    /** Every available zone, but of those whose clocks are the same all the time only one. */
    private static Collection<ZoneId> zonesThatDiffer() {
        return ZoneId.getAvailableZoneIds().stream()
                .sorted()
                .map(ZoneId::of)
                .collect(Collectors.toMap(TickWalkTest::offsets, zone -> zone, (one, same) -> one))
                .values();
    }

    private static List<Object> offsets(ZoneId zone) {
        Instant start = START.minusDays(7).atStartOfDay().toInstant(ZoneOffset.UTC);
        Instant end = END.plusDays(7).atStartOfDay().toInstant(ZoneOffset.UTC);
        List<Object> offsets = new ArrayList<>(List.of(zone.getRules().getOffset(start)));
        Stream.iterate(
                        zone.getRules().nextTransition(start),
                        change -> change != null && change.getInstant().isBefore(end),
                        change -> zone.getRules().nextTransition(change.getInstant()))
                .forEach(offsets::add);
        return offsets;
    }

    private static List<Instant> walk(CronExpression cron, ZoneId zone) {
        Instant until = END.atStartOfDay(zone).toInstant();
        List<Instant> ticks = new ArrayList<>();
        Instant tick = START.atStartOfDay(zone).toInstant().minusSeconds(1);
        while ((tick = cron.nextAfter(tick, zone).orElseThrow()).isBefore(until)) {
            ticks.add(tick);
        }
        return ticks;
    }
}

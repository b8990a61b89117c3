package org.mediaenricher.queue.cron;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * An expression in plain English. The library's words leave out ranges with steps, take a step over weekdays for a
 * weekday, and say "at 1 day at January month"; these say what {@link LocalTicks} does.
 */
final class CronWords {
    private static final int MOST_TIMES = 6;

    private final String second;
    private final String minute;
    private final String hour;
    private final String day;
    private final String month;
    private final String weekday;

    CronWords(CronFields fields) {
        List<String> texts = fields.list();
        second = texts.get(0);
        minute = texts.get(1);
        hour = texts.get(2);
        day = texts.get(3);
        month = texts.get(4);
        weekday = texts.get(5);
    }

    String sentence() {
        return String.join(
                " ",
                Stream.of(time(), days(), months())
                        .filter(part -> !part.isEmpty())
                        .toList());
    }

    private String time() {
        List<String> times = timesOfDay();
        return times.isEmpty() ? rhythm() : "at " + FieldValues.joined(times);
    }

    /** Each time of the day, or none when they are a rhythm or too many to list. */
    private List<String> timesOfDay() {
        List<String> times = hour.contains("/") ? List.of() : hoursTimes();
        return times.size() > MOST_TIMES ? List.of() : times;
    }

    private List<String> hoursTimes() {
        List<String> times = new ArrayList<>();
        for (int h : FieldValues.of(hour, 0, 23).numbers()) {
            for (int m : FieldValues.of(minute, 0, 59).numbers()) {
                for (int s : FieldValues.of(second, 0, 59).numbers()) {
                    times.add(two(h) + ":" + two(m) + (second.equals("0") ? "" : ":" + two(s)));
                }
            }
        }
        return times;
    }

    private String rhythm() {
        if (!second.equals("0")) {
            return every(second, 60, "second") + within(minute, "minute") + within(hour, "hour");
        }
        String hours = hours();
        if (hours.isEmpty() || !minute.matches("\\d+")) {
            return every(minute, 60, "minute") + within(hour, "hour");
        }
        return minute.equals("0") || hours.contains(":") ? hours : hours + " at minute " + minute;
    }

    /** For a single minute: all hours, each so many, or those from one time to another; else empty. */
    private String hours() {
        List<Integer> all = FieldValues.of(hour, 0, 23).numbers();
        int first = all.get(0);
        int last = all.get(all.size() - 1);
        if (all.size() < 24 && minute.matches("\\d+") && last - first == all.size() - 1) {
            return "every hour from " + two(first) + ":" + two(Integer.parseInt(minute)) + " to " + two(last) + ":"
                    + two(Integer.parseInt(minute));
        }
        String hours = every(hour, 24, "hour");
        return hours.startsWith("every") ? hours : "";
    }

    /** As a rhythm, where it is an even one, or as a list. */
    private static String every(String field, int size, String unit) {
        if (field.equals("*") || field.equals("0-" + (size - 1))) {
            return "every " + unit;
        }
        if (field.startsWith("*/") && !field.contains(",") && size % Integer.parseInt(field.substring(2)) == 0) {
            return "every " + field.substring(2) + " " + unit + "s";
        }
        return "at " + numbered(field, size, unit);
    }

    private static String within(String field, String unit) {
        return field.equals("*") ? "" : " in " + numbered(field, unit.equals("hour") ? 24 : 60, unit);
    }

    private static String numbered(String field, int size, String unit) {
        FieldValues values = FieldValues.of(field, 0, size - 1);
        return unit + (values.numbers().size() > 1 ? "s " : " ") + values.inWords(Integer::toString);
    }

    private String days() {
        if (day.equals("*") && weekday.equals("*")) {
            return timesOfDay().isEmpty() ? "" : "every day";
        }
        return Stream.of(dayOfMonth(), dayOfWeek())
                .filter(part -> !part.isEmpty())
                .reduce((date, name) -> date + " or " + name)
                .orElseThrow();
    }

    private String dayOfMonth() {
        return day.equals("*") ? "" : "on the " + FieldValues.of(day, 1, 31).inWords(CronWords::ordinal);
    }

    private String dayOfWeek() {
        if (weekday.equals("*")) {
            return "";
        }
        // The week of these words begins with Monday, so that Saturday and Sunday stand together.
        List<Integer> mondayFirst = FieldValues.of(weekday, 0, 7).numbers().stream()
                .map(n -> (n + 6) % 7 + 1)
                .distinct()
                .sorted()
                .toList();
        return "on "
                + new FieldValues(mondayFirst)
                        .inWords(n -> DayOfWeek.of(n).getDisplayName(TextStyle.FULL, Locale.ENGLISH));
    }

    private String months() {
        return month.equals("*")
                ? ""
                : "in "
                        + FieldValues.of(month, 1, 12)
                                .inWords(n -> Month.of(n).getDisplayName(TextStyle.FULL, Locale.ENGLISH));
    }

    private static String ordinal(int n) {
        boolean teen = n / 10 == 1;
        return n
                + switch (teen ? 0 : n % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
    }

    private static String two(int number) {
        return (number < 10 ? "0" : "") + number;
    }
}

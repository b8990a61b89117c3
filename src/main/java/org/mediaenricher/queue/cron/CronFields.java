package org.mediaenricher.queue.cron;

import com.cronutils.model.Cron;
import com.cronutils.model.definition.CronDefinition;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.parser.CronParser;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The six fields of an expression, checked, in numbers.
 *
 * @param text second, minute, hour, day of month, month, day of week, with one space between
 */
record CronFields(String text) {
    private static final Map<String, String> NICKNAMES = Map.of(
            "@hourly", "0 * * * *",
            "@daily", "0 0 * * *",
            "@midnight", "0 0 * * *",
            "@weekly", "0 0 * * 0",
            "@monthly", "0 0 1 * *",
            "@yearly", "0 0 1 1 *",
            "@annually", "0 0 1 1 *");

    private static final String WAY_OUT = "; it has five fields (minute, hour, day of month, month, day of week), six"
            + " with seconds first, or is one of @hourly, @daily, @weekly, @monthly, @yearly";

    /** The library takes more than cron has, and fails on some of it with another exception than its own. */
    private static final Pattern FIELD = Pattern.compile("PART(,PART)*"
            .replace("PART", "(\\*|VALUE(-VALUE)?)(/\\d{1,2})?")
            .replace("VALUE", "(\\d{1,2}|[A-Za-z]{3})"));

    private static final Pattern ALL_HOURS = Pattern.compile("(\\*|0-23)(/\\d+)?");

    private static final CronDefinition UNIX_WITH_SECONDS = CronDefinitionBuilder.defineCron()
            .withSeconds()
            .withValidRange(0, 59)
            .withStrictRange()
            .and()
            .withMinutes()
            .withValidRange(0, 59)
            .withStrictRange()
            .and()
            .withHours()
            .withValidRange(0, 23)
            .withStrictRange()
            .and()
            .withDayOfMonth()
            .withValidRange(1, 31)
            .withStrictRange()
            .and()
            .withMonth()
            .withValidRange(1, 12)
            .withStrictRange()
            .and()
            .withDayOfWeek()
            .withValidRange(0, 7)
            .withMondayDoWValue(1)
            .withIntMapping(7, 0)
            .withStrictRange()
            .and()
            .instance();

    /**
     * @throws IllegalArgumentException when the text is no cron expression
     */
    static CronFields of(String typed) {
        String spaced = typed.strip();
        String plain = NICKNAMES.getOrDefault(spaced.toLowerCase(Locale.ROOT), spaced);
        List<String> fields = List.of(plain.split("\\s+"));
        if (fields.size() < 5 || fields.size() > 6 || !fields.stream().allMatch(FIELD.asMatchPredicate())) {
            throw new IllegalArgumentException("not a cron expression: \"" + typed + "\"" + WAY_OUT);
        }
        String joined = String.join(" ", fields);
        try {
            return new CronFields(
                    parse(fields.size() == 5 ? "0 " + joined : joined).asString());
        } catch (IllegalArgumentException refused) {
            throw new IllegalArgumentException(
                    "not a cron expression: \"" + typed + "\": " + reason(refused) + WAY_OUT, refused);
        }
    }

    /** The library's own form of it. */
    Cron cron() {
        return parse(text);
    }

    /** From second to day of week. */
    List<String> list() {
        return List.of(text.split(" "));
    }

    /** Whether it runs through all hours, rather than naming some. */
    boolean isRhythm() {
        return ALL_HOURS.matcher(list().get(2)).matches();
    }

    @Override
    public String toString() {
        return text.startsWith("0 ") ? text.substring(2) : text;
    }

    private static Cron parse(String six) {
        return new CronParser(UNIX_WITH_SECONDS).parse(six);
    }

    private static String reason(IllegalArgumentException refused) {
        return refused.getMessage().replace("Failed to parse cron expression. ", "");
    }
}

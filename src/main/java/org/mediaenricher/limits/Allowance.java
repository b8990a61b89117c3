package org.mediaenricher.limits;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mediaenricher.problems.Settings;

/**
 * A token bucket's measure.
 *
 * @param every how long one token takes to come back
 * @param burst how many tokens a full bucket holds
 */
public record Allowance(Duration every, int burst) {
    private static final int MOST = 1_000_000;
    private static final Pattern RATE = Pattern.compile("([1-9]\\d{0,6})/(s|min|h)");
    private static final Map<String, ChronoUnit> UNITS =
            Map.of("s", ChronoUnit.SECONDS, "min", ChronoUnit.MINUTES, "h", ChronoUnit.HOURS);

    /**
     * Reads {@code <whose>-rate}, such as {@code 100/s}, {@code 30/min} or {@code 5/h}, and {@code <whose>-burst}.
     *
     * @throws org.mediaenricher.problems.BadSetting when one of them is neither
     */
    static Allowance from(Settings settings, String whose, String rate, int burst) {
        String name = whose + "-rate";
        String given = settings.text(name, rate);
        Matcher parts = RATE.matcher(given);
        if (!parts.matches() || Integer.parseInt(parts.group(1)) > MOST) {
            throw settings.bad(
                    name, "must be a rate up to " + MOST + " such as 100/s, 30/min or 5/h, not \"" + given + "\"");
        }
        Duration every = UNITS.get(parts.group(2)).getDuration().dividedBy(Integer.parseInt(parts.group(1)));
        return new Allowance(every.truncatedTo(ChronoUnit.MICROS), settings.integer(whose + "-burst", burst, 1, MOST));
    }

    /** How long an empty bucket takes to be full. */
    public Duration window() {
        return every.multipliedBy(burst);
    }
}

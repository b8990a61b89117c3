package org.mediaenricher.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** How numbers are written for people. */
@Named
@ApplicationScoped
public class Words {
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final String[] BYTES = {"B", "kB", "MB", "GB", "TB", "PB"};

    /** To the second; empty for none. */
    public String utc(Instant time) {
        return time == null ? "" : UTC.format(time);
    }

    /** With thousands parted: {@code 1,234,567}. */
    public String number(Number value) {
        return value == null ? "–" : String.format(Locale.ROOT, "%,d", value.longValue());
    }

    /** With three digits at the most: {@code 1.5 MB}. Powers of 1,000. */
    public String bytes(Number value) {
        if (value == null) {
            return "–";
        }
        double left = value.doubleValue();
        int unit = 0;
        while (left >= 999.5 && unit < BYTES.length - 1) {
            left /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, left < 9.95 && unit > 0 ? "%.1f %s" : "%.0f %s", left, BYTES[unit]);
    }

    /** {@code 42 %}; of nothing, none. Not 100 before all is done. */
    public String percent(long done, long total) {
        return total == 0 ? "0 %" : Math.min(100, done * 100 / total) + " %";
    }

    /** In its two largest units: {@code 1 h 20 min}, {@code 850 ms}. */
    public String span(Duration span) {
        if (span == null) {
            return "–";
        }
        long seconds = span.toSeconds();
        if (seconds < 10) {
            return seconds < 1
                    ? span.toMillis() + " ms"
                    : String.format(Locale.ROOT, "%.1f s", span.toMillis() / 1000.0);
        }
        if (seconds < 120) {
            return seconds + " s";
        }
        if (seconds < 7200) {
            return seconds / 60 + " min " + seconds % 60 + " s";
        }
        return seconds < 172_800
                ? seconds / 3600 + " h " + seconds / 60 % 60 + " min"
                : seconds / 86_400 + " d " + seconds / 3600 % 24 + " h";
    }

    /** From one instant until another, or until now where that has not come. */
    public String between(Instant from, Instant until) {
        return from == null
                ? "–"
                : span(Duration.between(from, Optional.ofNullable(until).orElseGet(Instant::now)));
    }
}

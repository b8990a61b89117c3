package org.mediaenricher.queue.cron;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * When something is due again and again: the five fields of Unix cron (minute, hour, day of month, month, day of
 * week), the same with seconds before them, or {@code @hourly}, {@code @daily}, {@code @midnight}, {@code @weekly},
 * {@code @monthly}, {@code @yearly}, {@code @annually}. Months and days of the week may be named ({@code jan},
 * {@code sun}); Sunday is 0 and 7. As in Unix cron, where both days are limited, either will do.
 *
 * <p>When clocks change, it depends on the hour field. A {@code *} or a step over all hours ({@code *}{@code /2},
 * {@code 0-23/2}) is a <em>rhythm</em>, any other field names <em>fixed hours</em>.
 *
 * <ul>
 *   <li>Clocks go forward: fixed hours that are skipped are due later by what was skipped, as in {@code java.time}
 *       (02:30 becomes 03:30). A rhythm is due at no skipped time.
 *   <li>Clocks go back: fixed hours that come twice are due the first time. A rhythm is due both times.
 * </ul>
 *
 * <p>Two local times that become the same instant are one. An expression is the same as another when its canonical
 * text is.
 */
public final class CronExpression {
    private final CronFields fields;
    private final LocalTicks ticks;

    private CronExpression(CronFields fields) {
        this.fields = fields;
        this.ticks = new LocalTicks(fields.cron());
    }

    /**
     * Reads an expression as somebody typed it, in capitals or not, with any white space.
     *
     * @throws IllegalArgumentException when it is none; the message repeats it and says what would be one
     */
    public static CronExpression of(String text) {
        return new CronExpression(CronFields.of(text));
    }

    /**
     * When it is due next: the first time later than the given one, in whole seconds. Empty when it never is, such as
     * on 31 February.
     */
    public Optional<Instant> nextAfter(Instant time, ZoneId zone) {
        return walk(zone).nextAfter(time);
    }

    /**
     * When it was due last, the given time included, as far as nine years back: to learn after an outage whether
     * something was missed, and to make up for it once. Empty when it was not.
     */
    public Optional<Instant> latestAtOrBefore(Instant time, ZoneId zone) {
        return new LatestTick(walk(zone)).atOrBefore(time);
    }

    /** What it means, in plain English: {@code at 03:00 on Sunday}, {@code every 30 seconds}. */
    public String inWords() {
        return new CronWords(fields).sentence();
    }

    /** The canonical text: five fields in numbers, or six when the seconds are not just 0. */
    @Override
    public String toString() {
        return fields.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CronExpression that && fields.equals(that.fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    private TickWalk walk(ZoneId zone) {
        return fields.isRhythm() ? TickWalk.rhythm(ticks, zone) : TickWalk.fixedHours(ticks, zone);
    }
}

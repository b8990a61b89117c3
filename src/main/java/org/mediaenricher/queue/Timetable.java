package org.mediaenricher.queue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.mediaenricher.queue.cron.CronExpression;

/**
 * When a schedule is due.
 *
 * @param expression by the clocks of
 * @param zone this time zone
 */
record Timetable(CronExpression expression, ZoneId zone) {
    private static final int MOST_COUNTED = 1000;

    /** A node that was busy or began to ring late is not yet one that was down. */
    private static final Duration IN_TIME = Duration.ofMinutes(1);

    /** As it was written down when it had been checked. */
    static Timetable of(String expression, String zone) {
        return new Timetable(CronExpression.of(expression), ZoneId.of(zone));
    }

    /**
     * One tick for all that have become due, of which it is the last.
     *
     * @param due when that was
     * @param missed how many before it are left out, counted up to a thousand
     * @param late whether it comes later than it would with any node up
     * @param next the first one that is due later than now, empty when there is none
     */
    record Turn(Instant due, int missed, boolean late, Optional<Instant> next) {}

    /** The first tick later than a time, empty when there is none. */
    Optional<Instant> nextAfter(Instant time) {
        return expression.nextAfter(time, zone);
    }

    /**
     * What is to be done now that a tick has come.
     *
     * @param planned the tick
     * @param now not before it
     */
    Turn turn(Instant planned, Instant now) {
        Instant due = planned;
        int missed = 0;
        Optional<Instant> next = nextAfter(due);
        while (missed < MOST_COUNTED && isPast(next, now)) {
            due = next.orElseThrow();
            next = nextAfter(due);
            missed++;
        }
        if (isPast(next, now)) {
            due = expression.latestAtOrBefore(now, zone).orElse(due);
            next = nextAfter(now);
        }
        boolean late = missed > 0 || Duration.between(due, now).compareTo(IN_TIME) > 0;
        return new Turn(due, missed, late, next);
    }

    String inWords() {
        return expression.inWords();
    }

    private static boolean isPast(Optional<Instant> tick, Instant now) {
        return tick.filter(time -> !time.isAfter(now)).isPresent();
    }
}

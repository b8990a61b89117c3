package org.mediaenricher.queue.cron;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The ticks of an expression in a time zone, in order. Between two changes of the clocks an offset holds, and the ticks
 * are those of that offset; what is special happens just after a change.
 */
final class TickWalk {
    private final LocalTicks ticks;
    private final ZoneRules rules;
    private final boolean fixedHours;

    private TickWalk(LocalTicks ticks, ZoneId zone, boolean fixedHours) {
        this.ticks = ticks;
        this.rules = zone.getRules();
        this.fixedHours = fixedHours;
    }

    /** Through both passes of an hour that comes twice, and with nothing in one that is skipped. */
    static TickWalk rhythm(LocalTicks ticks, ZoneId zone) {
        return new TickWalk(ticks, zone, false);
    }

    /** Each local time once, and none left out. */
    static TickWalk fixedHours(LocalTicks ticks, ZoneId zone) {
        return new TickWalk(ticks, zone, true);
    }

    /** The first tick later than the given time. */
    Optional<Instant> nextAfter(Instant time) {
        Instant before = time.truncatedTo(ChronoUnit.SECONDS);
        while (true) {
            Instant first = fixedHours ? pastSecondPass(before.plusSeconds(1)) : before.plusSeconds(1);
            Optional<Instant> next = ticks.after(first.minusSeconds(1), rules.getOffset(first));
            if (next.isEmpty()) {
                return next;
            }
            Instant earliest = Stream.concat(next.stream(), skipped(first).stream())
                    .min(Instant::compareTo)
                    .orElseThrow();
            ZoneOffsetTransition change = rules.nextTransition(first);
            if (change == null || earliest.isBefore(change.getInstant())) {
                return Optional.of(earliest);
            }
            before = change.getInstant().minusSeconds(1);
        }
    }

    /** Where an hour comes twice and the time is in its second pass: when that pass is over. */
    private Instant pastSecondPass(Instant time) {
        return lastChange(time)
                .filter(ZoneOffsetTransition::isOverlap)
                .map(change -> change.getInstant().minus(change.getDuration()))
                .filter(end -> end.isAfter(time))
                .orElse(time);
    }

    /**
     * The first tick, at or after the given time, of those whose local time was skipped. The clocks before the change
     * would have shown it now, which is what moving it by the gap means.
     */
    private Optional<Instant> skipped(Instant first) {
        Optional<ZoneOffsetTransition> gap =
                lastChange(first).filter(change -> fixedHours).filter(ZoneOffsetTransition::isGap);
        if (gap.isEmpty()) {
            return Optional.empty();
        }
        ZoneOffset old = gap.get().getOffsetBefore();
        Instant over = gap.get().getInstant().plus(gap.get().getDuration());
        return first.isBefore(over)
                ? ticks.after(first.minusSeconds(1), old).filter(tick -> tick.isBefore(over))
                : Optional.empty();
    }

    /** The last change of the clocks, at the given time included. */
    private Optional<ZoneOffsetTransition> lastChange(Instant time) {
        return Optional.ofNullable(rules.previousTransition(time.plusSeconds(1)));
    }
}

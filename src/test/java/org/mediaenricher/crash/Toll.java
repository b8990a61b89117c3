package org.mediaenricher.crash;

import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * What a scenario came to.
 *
 * @param kills how often something was killed, frozen or cut
 * @param lost what was acknowledged and never done
 * @param doubled what was done more than once
 * @param longestRescue from the stroke until what it hit was in hand again
 * @param redone what was read a second time, where that is counted
 */
public record Toll(String scenario, int kills, long lost, long doubled, Duration longestRescue, OptionalLong redone) {
    /** Where nothing is read a second time. */
    Toll(String scenario, int kills, long lost, long doubled, Duration longestRescue) {
        this(scenario, kills, lost, doubled, longestRescue, OptionalLong.empty());
    }

    /** The same with more that was lost. */
    Toll lost(long more) {
        return new Toll(scenario, kills, lost + more, doubled, longestRescue, redone);
    }

    /** The same with more that was done twice, or not as it has to be. */
    Toll doubled(long more) {
        return new Toll(scenario, kills, lost, doubled + more, longestRescue, redone);
    }

    /** Whether all is as it has to be. */
    public boolean good() {
        return lost == 0 && doubled == 0;
    }

    /** A line for programs. */
    @Override
    public String toString() {
        String line = String.format(
                Locale.ROOT,
                "crash: %s kills=%d lost=%d doubled=%d rescue_max_s=%.1f",
                scenario,
                kills,
                lost,
                doubled,
                longestRescue.toMillis() / 1000.0);
        return redone.isPresent()
                ? line + String.format(Locale.ROOT, " redone_per_kill=%.1f", (double) redone.getAsLong() / kills)
                : line;
    }
}

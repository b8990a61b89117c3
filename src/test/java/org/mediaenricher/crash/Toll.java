package org.mediaenricher.crash;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * What a scenario came to.
 *
 * @param kills how often something was killed, frozen or cut
 * @param lost what was acknowledged and never done
 * @param doubled what was done more than once
 * @param longestRescue from the stroke until what it hit was in hand again
 * @param redone what had to be done a second time, where that is counted
 */
public record Toll(
        String scenario, int kills, long lost, long doubled, Duration longestRescue, Optional<Redone> redone) {
    /**
     * What a kill undid: it was read, and not yet committed.
     *
     * @param objects how many were read a second time
     * @param chunks how many chunks they were of; a partition has one in hand
     */
    public record Redone(long objects, long chunks) {}

    /** Where nothing is read a second time. */
    Toll(String scenario, int kills, long lost, long doubled, Duration longestRescue) {
        this(scenario, kills, lost, doubled, longestRescue, Optional.empty());
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
        return redone.map(again ->
                        line + perKill("redone_objects", again.objects) + perKill("redone_chunks", again.chunks))
                .orElse(line);
    }

    private String perKill(String what, long count) {
        return String.format(Locale.ROOT, " %s_per_kill=%.1f", what, (double) count / kills);
    }
}

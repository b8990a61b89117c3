package org.mediaenricher.console;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.mediaenricher.queue.Tick;

/**
 * Once that a schedule fired.
 *
 * @param outcome {@code skipped}, the status of its job, or {@code forgotten} when that is no longer kept
 * @param duration of the job, null where it has not ended
 * @param job its id, null when there is none
 * @param remarks what was out of the ordinary, in words; empty for nothing
 * @param reason what went wrong, empty for nothing
 */
public record TickRow(
        Instant dueAt, String node, String outcome, Duration duration, Long job, String remarks, String reason) {
    static TickRow of(Tick tick) {
        return new TickRow(
                tick.dueAt,
                tick.node,
                tick.outcome == null ? "forgotten" : tick.outcome,
                tick.duration().orElse(null),
                tick.outcome == null ? null : tick.jobId,
                remarks(tick),
                tick.reason == null ? "" : tick.reason);
    }

    private static String remarks(Tick tick) {
        List<String> words = new ArrayList<>();
        if (tick.askedBy != null) {
            words.add("asked for by " + tick.askedBy);
        }
        if (tick.catchUp) {
            words.add("came late");
        }
        if (tick.missed > 0) {
            words.add(tick.missed + " before it left out");
        }
        if (tick.skipped) {
            words.add("the job before was still to be done");
        }
        return String.join("; ", words);
    }
}

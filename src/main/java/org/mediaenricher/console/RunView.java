package org.mediaenricher.console;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mediaenricher.runs.Run;
import org.mediaenricher.runs.RunReport.Minute;

/**
 * A run as pages show it.
 *
 * @param run the run
 * @param perSecond how many objects a second; 0 while that is not known
 */
public record RunView(Run run, double perSecond) {
    /** With its rate over its whole time. */
    static RunView of(Run run) {
        Duration time = Duration.between(run.startedAt(), run.endedAt().orElseGet(Instant::now));
        return new RunView(run, rate(run.processedFiles(), time));
    }

    /** With its rate over the last minute or two, where it moves. */
    static RunView of(Run run, List<Minute> newestFirst) {
        if (!run.status().active() || newestFirst.size() < 2) {
            return of(run);
        }
        Instant from = newestFirst.get(1).minute();
        long done = newestFirst.get(0).processed() + newestFirst.get(1).processed();
        return new RunView(run, rate(done, Duration.between(from, Instant.now())));
    }

    /** In words. */
    public String rate() {
        return perSecond < 0.05
                ? "–"
                : String.format(java.util.Locale.ROOT, perSecond < 10 ? "%.1f/s" : "%,.0f/s", perSecond);
    }

    /** How long it will still take at this rate; empty when that cannot be said. */
    public Optional<Duration> left() {
        long open = run.totalFiles() - run.processedFiles();
        return run.status().active() && run.surveyed() && perSecond >= 0.05 && open > 0
                ? Optional.of(Duration.ofSeconds((long) Math.ceil(open / perSecond)))
                : Optional.empty();
    }

    private static double rate(long objects, Duration time) {
        return time.toMillis() < 1000 ? 0 : objects * 1000.0 / time.toMillis();
    }
}

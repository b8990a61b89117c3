package org.mediaenricher.console;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.mediaenricher.console.Chart.Point;
import org.mediaenricher.runs.RunReport.Minute;

/** What runs did over time, as charts. */
final class Charts {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final long STEPS = 120;

    private Charts() {}

    /** What one run did, from the first of these minutes to the last. */
    static Chart objects(List<Minute> newestFirst) {
        if (newestFirst.isEmpty()) {
            return Chart.bars(List.of(), Chart.counted("objects"));
        }
        return objects(
                newestFirst,
                newestFirst.get(newestFirst.size() - 1).minute(),
                newestFirst.get(0).minute());
    }

    /** What all runs did, in a span that ends now. */
    static Chart objects(List<Minute> newestFirst, Duration range) {
        Instant now = Instant.now();
        return objects(newestFirst, now.minus(range), now);
    }

    /** In steps of a minute, or of as many as it takes to keep bars apart. */
    private static Chart objects(List<Minute> minutes, Instant from, Instant until) {
        long span = Duration.between(from, until).toMinutes() + 1;
        long step = MINUTE.toSeconds() * Math.max(1, (span + STEPS - 1) / STEPS);
        TreeMap<Long, Long> done = new TreeMap<>();
        minutes.forEach(each -> done.merge(each.minute().getEpochSecond() / step, each.processed(), Long::sum));
        List<Point> points = LongStream.rangeClosed(from.getEpochSecond() / step, until.getEpochSecond() / step)
                .mapToObj(slot -> new Point(Instant.ofEpochSecond(slot * step), done.getOrDefault(slot, 0L)))
                .toList();
        return Chart.bars(
                points, Chart.counted(step == 60 ? "objects a minute" : "objects in " + step / 60 + " minutes"));
    }
}

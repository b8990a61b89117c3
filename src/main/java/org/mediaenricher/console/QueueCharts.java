package org.mediaenricher.console;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.mediaenricher.console.Chart.Point;
import org.mediaenricher.queue.Latency;
import org.mediaenricher.queue.Throughput;
import org.mediaenricher.queue.Throughput.Step;

/** What got done, drawn: how many jobs, and how long they took. */
final class QueueCharts {
    private QueueCharts() {}

    static Chart completed(Throughput done) {
        return Chart.bars(
                done.steps().stream()
                        .map(step -> new Point(step.since(), step.completed()))
                        .toList(),
                Chart.counted("jobs"));
    }

    static Chart latency(Throughput done) {
        Map<String, List<Point>> lines = new LinkedHashMap<>();
        lines.put("p50", line(done, Latency::p50));
        lines.put("p95", line(done, Latency::p95));
        lines.put("p99", line(done, Latency::p99));
        return Chart.lines(lines, Chart.milliseconds());
    }

    private static List<Point> line(Throughput done, Function<Latency, Duration> part) {
        return done.steps().stream().map(step -> point(step, part)).toList();
    }

    private static Point point(Step step, Function<Latency, Duration> part) {
        Instant at = step.since();
        return step.latency()
                .map(latency -> new Point(at, part.apply(latency).toMillis()))
                .orElseGet(() -> Point.none(at));
    }
}

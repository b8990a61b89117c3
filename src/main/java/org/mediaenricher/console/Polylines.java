package org.mediaenricher.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import org.mediaenricher.console.Chart.Point;

/** The points of a series as SVG wants them: a line for each stretch of steps that have a value. */
final class Polylines {
    private Polylines() {}

    /**
     * The lines of a series.
     *
     * @param slot how wide a step is
     * @param y how far down a value stands
     */
    static List<String> of(List<Point> series, double slot, DoubleUnaryOperator y) {
        List<String> lines = new ArrayList<>();
        int step = 0;
        while (step < series.size()) {
            int end = step;
            while (end < series.size() && series.get(end).isThere()) {
                end++;
            }
            if (end > step) {
                lines.add(line(series, step, end, slot, y));
            }
            step = end + 1;
        }
        return lines;
    }

    private static String line(List<Point> series, int from, int until, double slot, DoubleUnaryOperator y) {
        List<String> points = new ArrayList<>();
        for (int step = from; step < until; step++) {
            double height = y.applyAsDouble(series.get(step).value());
            if (until - from == 1) {
                // A step alone is a dash; a line to nowhere would not be seen.
                points.add(point(step * slot, height));
                points.add(point((step + 1) * slot, height));
            } else {
                points.add(point((step + 0.5) * slot, height));
            }
        }
        return String.join(" ", points);
    }

    private static String point(double x, double y) {
        return String.format(Locale.ROOT, "%.1f,%.1f", x, y);
    }
}

package org.mediaenricher.console;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A number of something over time, as the page draws it: in a box of 600 by 96 that is stretched to its place, with the
 * time in equal steps from the left to the right and the largest value at the top.
 *
 * @param bars one a step, none where lines are drawn
 * @param lines in the order they were given; one with gaps is several of the same name
 * @param ticks times along the axis, evenly spread, the first and the last step among them
 * @param peakInWords the largest value, as {@code at most 1,234 jobs}
 * @param inWords what the chart shows, for who does not see it
 */
public record Chart(List<Bar> bars, List<Line> lines, List<Instant> ticks, String peakInWords, String inWords) {
    private static final int WIDTH = 600;
    private static final int HEIGHT = 96;
    private static final int TICKS = 5;

    /** Something is seen of the smallest value that is not zero. */
    private static final double LOWEST = 1.5;

    /**
     * A step.
     *
     * @param at its beginning
     * @param value of it; not a number where there is none, which draws nothing
     */
    public record Point(Instant at, double value) {
        /** A step with nothing to measure. */
        public static Point none(Instant at) {
            return new Point(at, Double.NaN);
        }

        boolean isThere() {
            return !Double.isNaN(value);
        }
    }

    /**
     * A bar of a chart, from its upper left corner.
     *
     * @param title what it stands for, in words
     */
    public record Bar(double x, double y, double width, double height, String title) {}

    /**
     * A line of a chart without a gap.
     *
     * @param name of the series, also a class of the style sheet: {@code p95}
     * @param points as SVG wants them: {@code 5.0,96.0 15.0,40.2}
     */
    public record Line(String name, String points) {}

    /**
     * A bar a step.
     *
     * @param points every step in the order of time, those with zero too
     * @param words how a value is written, with its unit: {@link #counted} or {@link #milliseconds}
     */
    public static Chart bars(List<Point> points, DoubleFunction<String> words) {
        double peak = peak(points.stream());
        List<Bar> bars = IntStream.range(0, points.size())
                .mapToObj(step -> bar(points, step, peak, words))
                .toList();
        return new Chart(bars, List.of(), ticks(points), peakInWords(peak, words), inWords(points, points, words));
    }

    /**
     * A line a series.
     *
     * @param series by name, each with the same steps as the first
     * @param words how a value is written, with its unit
     */
    public static Chart lines(Map<String, List<Point>> series, DoubleFunction<String> words) {
        List<Point> all = series.values().stream().flatMap(Collection::stream).toList();
        double peak = peak(all.stream());
        List<Line> lines = series.entrySet().stream()
                .flatMap(each -> Polylines.of(each.getValue(), slot(each.getValue()), value -> y(value, peak)).stream()
                        .map(points -> new Line(each.getKey(), points)))
                .toList();
        List<Point> first = series.values().stream().findFirst().orElse(List.of());
        return new Chart(List.of(), lines, ticks(first), peakInWords(peak, words), inWords(first, all, words));
    }

    /** How whole numbers of something are written: {@code 1,234 jobs}. */
    public static DoubleFunction<String> counted(String things) {
        return value -> String.format(Locale.ROOT, "%,d %s", Math.round(value), things);
    }

    /** How times are written that are measured in milliseconds: {@code 850 ms}, {@code 1.5 s}. */
    public static DoubleFunction<String> milliseconds() {
        return value -> new Words().span(Duration.ofMillis(Math.round(value)));
    }

    /** Of the box that it is drawn in. */
    public int width() {
        return WIDTH;
    }

    /** Of the box that it is drawn in. */
    public int height() {
        return HEIGHT;
    }

    /** Whether there is anything to be seen. */
    public boolean isFlat() {
        return lines.isEmpty() && bars.stream().allMatch(bar -> bar.height == 0);
    }

    private static Bar bar(List<Point> points, int step, double peak, DoubleFunction<String> words) {
        Point point = points.get(step);
        double slot = slot(points);
        double value = point.isThere() ? point.value() : 0;
        double y = value > 0 ? Math.min(y(value, peak), HEIGHT - LOWEST) : HEIGHT;
        String title = new Words().utc(point.at()) + ": " + words.apply(value);
        return new Bar(tenth(step * slot + slot * 0.1), tenth(y), tenth(slot * 0.8), tenth(HEIGHT - y), title);
    }

    private static double slot(List<Point> points) {
        return (double) WIDTH / Math.max(1, points.size());
    }

    private static double y(double value, double peak) {
        return peak == 0 ? HEIGHT : HEIGHT - value / peak * (HEIGHT - 2);
    }

    private static double peak(Stream<Point> points) {
        return points.filter(Point::isThere).mapToDouble(Point::value).max().orElse(0);
    }

    private static List<Instant> ticks(List<Point> points) {
        int last = points.size() - 1;
        return IntStream.range(0, points.isEmpty() ? 0 : TICKS)
                .map(tick -> last * tick / (TICKS - 1))
                .distinct()
                .mapToObj(step -> points.get(step).at())
                .toList();
    }

    private static String peakInWords(double peak, DoubleFunction<String> words) {
        return "at most " + words.apply(peak);
    }

    private static String inWords(List<Point> steps, List<Point> all, DoubleFunction<String> words) {
        if (all.stream().noneMatch(Point::isThere)) {
            return "nothing to measure";
        }
        Words plain = new Words();
        return "from " + plain.utc(steps.get(0).at()) + " to "
                + plain.utc(steps.get(steps.size() - 1).at()) + ", " + peakInWords(peak(all.stream()), words);
    }

    private static double tenth(double length) {
        return Math.round(length * 10) / 10.0;
    }
}

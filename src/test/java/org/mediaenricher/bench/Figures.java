package org.mediaenricher.bench;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The figures that were asked for, as a table for people and a line each for programs. */
final class Figures {
    private record Figure(String name, String value, String unit) {}

    private final String prefix;
    private final PrintStream out;
    private final List<Figure> found = new ArrayList<>();

    /**
     * @param prefix what the wanted names begin with, empty for all
     */
    Figures(String prefix, PrintStream out) {
        this.prefix = prefix;
        this.out = out;
    }

    /** Whether a figure of that name, or one that begins so, is asked for. */
    boolean wants(String name) {
        return name.startsWith(prefix) || prefix.startsWith(name);
    }

    /** A figure, kept and printed if it was asked for. */
    void add(String name, double value, String unit) {
        if (name.startsWith(prefix)) {
            Figure figure = new Figure(name, rounded(value), unit);
            found.add(figure);
            out.printf("bench: %s %s %s%n", figure.name(), figure.value(), figure.unit());
        }
    }

    /** The table. */
    void print() {
        int width =
                found.stream().mapToInt(figure -> figure.name().length()).max().orElse(0);
        out.println();
        for (Figure figure : found) {
            out.printf("  %-" + width + "s  %12s  %s%n", figure.name(), figure.value(), figure.unit());
        }
    }

    /** The middle of several measurements. */
    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Three digits that count, or all that stand before the point. */
    private static String rounded(double value) {
        if (Math.abs(value) >= 100) {
            return Long.toString(Math.round(value));
        }
        return new BigDecimal(value).round(new MathContext(3)).toPlainString();
    }
}

package org.mediaenricher.media.container;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths as SVG writes them, in CSS pixels, of which an inch has 96 (CSS Values 3, 6.2). */
final class SvgLength {
    private static final Pattern LENGTH =
            Pattern.compile("\\s*\\+?(\\d{1,7}(?:\\.\\d{0,9})?|\\.\\d{1,9})(\\w{0,2})\\s*");
    private static final Map<String, Double> PIXELS =
            Map.of("", 1.0, "px", 1.0, "in", 96.0, "cm", 96 / 2.54, "mm", 96 / 25.4, "pt", 96 / 72.0, "pc", 16.0);

    private SvgLength() {}

    /** A length in absolute units; empty for anything relative. */
    static OptionalDouble pixels(String text) {
        Matcher length = LENGTH.matcher(text);
        if (!length.matches() || !PIXELS.containsKey(length.group(2))) {
            return OptionalDouble.empty();
        }
        double pixels = Double.parseDouble(length.group(1)) * PIXELS.get(length.group(2));
        return pixels > 0 ? OptionalDouble.of(pixels) : OptionalDouble.empty();
    }

    /** Width and height of a view box: the last two of its four numbers. */
    static OptionalDouble[] viewBox(String text) {
        String[] numbers = text.strip().split("[\\s,]+", 5);
        return numbers.length == 4
                ? new OptionalDouble[] {pixels(numbers[2]), pixels(numbers[3])}
                : new OptionalDouble[] {OptionalDouble.empty(), OptionalDouble.empty()};
    }
}

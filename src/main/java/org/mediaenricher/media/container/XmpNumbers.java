package org.mediaenricher.media.container;

import java.util.OptionalDouble;

/** Numbers as XMP writes them: {@code 1/200} (XMP specification part 2, 1.2.2.1), {@code 48,51.5N} (1.2.2.3). */
final class XmpNumbers {
    private static final int LONGEST = 40;

    private XmpNumbers() {}

    /**
     * Degrees from {@code DDD,MM,SSk} or {@code DDD,MM.mmk}; none without the letter.
     *
     * @param text may be null
     * @param positiveNegative the two letters, such as {@code NS}
     */
    static OptionalDouble degrees(String text, String positiveNegative) {
        if (text == null || text.isEmpty() || text.length() > LONGEST) {
            return OptionalDouble.empty();
        }
        int sign = positiveNegative.indexOf(Character.toUpperCase(text.charAt(text.length() - 1)));
        if (sign < 0) {
            return OptionalDouble.empty();
        }
        double angle = 0;
        double unit = 1;
        for (String part : text.substring(0, text.length() - 1).split(",", 3)) {
            angle += number(part).orElse(Double.NaN) / unit;
            unit *= 60;
        }
        return Double.isNaN(angle) ? OptionalDouble.empty() : OptionalDouble.of(sign == 0 ? angle : -angle);
    }

    /**
     * A decimal or a fraction.
     *
     * @param text may be null
     */
    static OptionalDouble number(String text) {
        if (text == null || text.isEmpty() || text.length() > LONGEST) {
            return OptionalDouble.empty();
        }
        try {
            int slash = text.indexOf('/');
            double value = slash < 0
                    ? Double.parseDouble(text)
                    : Double.parseDouble(text.substring(0, slash)) / Double.parseDouble(text.substring(slash + 1));
            return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }
}

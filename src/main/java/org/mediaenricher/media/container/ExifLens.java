package org.mediaenricher.media.container;

import com.drew.lang.Rational;
import java.util.Locale;

/** A lens by its numbers (Exif 3.0, 4.6.6.6.12): focal lengths and apertures, shortest and longest of each. */
final class ExifLens {
    private ExifLens() {}

    /**
     * As lenses are called: {@code 28-300mm f/3.5-5.6}.
     *
     * @param numbers four, or null
     * @return null where the focal length is not known
     */
    static String name(Rational[] numbers) {
        if (numbers == null || numbers.length != 4 || text(numbers[0]).isEmpty()) {
            return null;
        }
        String aperture = range(numbers[2], numbers[3]);
        return range(numbers[0], numbers[1]) + "mm" + (aperture.isEmpty() ? "" : " f/" + aperture);
    }

    private static String range(Rational from, Rational to) {
        String low = text(from);
        String high = text(to);
        return low.isEmpty() || high.isEmpty() || low.equals(high) ? low : low + "-" + high;
    }

    /** Nothing by nothing is what is not known. */
    private static String text(Rational number) {
        double value = number.getDenominator() == 0 ? 0 : number.doubleValue();
        if (value <= 0) {
            return "";
        }
        return value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%.1f", value);
    }
}

package org.mediaenricher.media.container;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mediaenricher.media.GpsPosition;

/** A place as ISO 6709, annex H, writes it: {@code +48.8577+002.2950+035.000/}; degrees, or with minutes and seconds. */
final class Iso6709 {
    private static final Pattern PLACE = Pattern.compile(
            "([+-]\\d{1,6}(?:\\.\\d{1,12})?)([+-]\\d{1,7}(?:\\.\\d{1,12})?)([+-]\\d{1,7}(?:\\.\\d{1,12})?)?(?:CRS.*)?/?.*",
            Pattern.DOTALL);
    private static final int LONGEST = 128;

    private Iso6709() {}

    static Optional<GpsPosition> parse(String text) {
        Matcher place = PLACE.matcher(text.strip());
        if (text.length() > LONGEST || !place.matches()) {
            return Optional.empty();
        }
        double latitude = degrees(place.group(1), 2);
        double longitude = degrees(place.group(2), 3);
        if (!GpsPosition.isOnEarth(latitude, longitude)) {
            return Optional.empty();
        }
        String altitude = place.group(3);
        return Optional.of(new GpsPosition(
                latitude,
                longitude,
                altitude == null ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(altitude))));
    }

    /** The count of digits before the point tells degrees (2 or 3), degrees and minutes, or all three. */
    private static double degrees(String text, int digitsOfDegrees) {
        double value = Math.abs(Double.parseDouble(text));
        int point = text.indexOf('.');
        int digits = (point < 0 ? text.length() : point) - 1;
        double degrees = value;
        if (digits > digitsOfDegrees + 2) {
            degrees = Math.floor(value / 10000) + Math.floor(value / 100) % 100 / 60 + value % 100 / 3600;
        } else if (digits > digitsOfDegrees) {
            degrees = Math.floor(value / 100) + value % 100 / 60;
        }
        return text.charAt(0) == '-' ? -degrees : degrees;
    }
}

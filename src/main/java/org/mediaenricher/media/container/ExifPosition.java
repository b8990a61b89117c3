package org.mediaenricher.media.container;

import com.drew.lang.Rational;
import com.drew.metadata.Directory;
import com.drew.metadata.exif.GpsDirectory;
import java.util.Optional;
import java.util.OptionalDouble;
import org.mediaenricher.media.GpsPosition;

/**
 * The place in an Exif GPS directory (Exif 3.0, 4.6.7). Zero degrees are a place; degrees without the
 * reference that says north or south are not, since half of the time they would be the wrong half of
 * the earth.
 */
final class ExifPosition {
    private ExifPosition() {}

    static Optional<GpsPosition> of(Directory gps) {
        OptionalDouble latitude = angle(gps, GpsDirectory.TAG_LATITUDE, GpsDirectory.TAG_LATITUDE_REF, "NS");
        OptionalDouble longitude = angle(gps, GpsDirectory.TAG_LONGITUDE, GpsDirectory.TAG_LONGITUDE_REF, "EW");
        if (latitude.isEmpty() || longitude.isEmpty()) {
            return Optional.empty();
        }
        return Places.at(latitude.getAsDouble(), longitude.getAsDouble(), altitude(gps));
    }

    private static OptionalDouble angle(Directory gps, int tag, int referenceTag, String positiveNegative) {
        Rational[] parts = parts(gps, tag);
        int sign = sign(ExifFacts.text(gps, referenceTag), positiveNegative);
        if (parts.length == 0 || sign == 0) {
            return OptionalDouble.empty();
        }
        double angle = 0;
        double unit = 1;
        for (int i = 0; i < Math.min(parts.length, 3); i++) {
            angle += value(parts[i]) / unit;
            unit *= 60;
        }
        return Double.isNaN(angle) ? OptionalDouble.empty() : OptionalDouble.of(sign * angle);
    }

    /** Degrees, minutes, seconds; some writers leave the last ones out. */
    private static Rational[] parts(Directory gps, int tag) {
        Object value = gps.getObject(tag);
        if (value instanceof Rational degrees) {
            return new Rational[] {degrees};
        }
        return value instanceof Rational[] parts ? parts : new Rational[0];
    }

    private static int sign(String reference, String positiveNegative) {
        String letter = reference == null ? "" : reference.strip();
        if (letter.isEmpty()) {
            return 0;
        }
        int at = positiveNegative.indexOf(Character.toUpperCase(letter.charAt(0)));
        return at < 0 ? 0 : at == 0 ? 1 : -1;
    }

    /** Nothing by nothing is how a receiver without a fix writes its position. */
    private static double value(Rational part) {
        return part.getDenominator() == 0 ? Double.NaN : part.doubleValue();
    }

    private static OptionalDouble altitude(Directory gps) {
        Rational altitude = gps.getRational(GpsDirectory.TAG_ALTITUDE);
        if (altitude == null || altitude.getDenominator() == 0) {
            return OptionalDouble.empty();
        }
        Integer reference = gps.getInteger(GpsDirectory.TAG_ALTITUDE_REF);
        boolean below = reference != null && (reference == 1 || reference == 3);
        return OptionalDouble.of(below ? -altitude.doubleValue() : altitude.doubleValue());
    }
}

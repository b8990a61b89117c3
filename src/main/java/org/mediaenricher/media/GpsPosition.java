package org.mediaenricher.media;

import java.util.OptionalDouble;

/**
 * A place on earth (WGS 84). Zero is a place too.
 *
 * @param latitude degrees, north positive, -90 to 90
 * @param longitude degrees, east positive, -180 to 180
 * @param altitude metres above sea level, negative below
 */
public record GpsPosition(double latitude, double longitude, OptionalDouble altitude) {
    public GpsPosition {
        if (!isOnEarth(latitude, longitude)) {
            throw new IllegalArgumentException("no place on earth: " + latitude + " " + longitude);
        }
    }

    /** Whether both angles are numbers within the globe's range. */
    public static boolean isOnEarth(double latitude, double longitude) {
        return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
    }
}

package org.mediaenricher.media.container;

import java.util.Optional;
import java.util.OptionalDouble;
import org.mediaenricher.media.GpsPosition;

/** Positions as files write them; what is not on earth is none. */
final class Places {
    private Places() {}

    static Optional<GpsPosition> at(double latitude, double longitude, OptionalDouble altitude) {
        return GpsPosition.isOnEarth(latitude, longitude)
                ? Optional.of(new GpsPosition(latitude, longitude, altitude))
                : Optional.empty();
    }
}

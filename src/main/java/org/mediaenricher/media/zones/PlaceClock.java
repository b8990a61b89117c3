package org.mediaenricher.media.zones;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mediaenricher.media.CaptureTime;
import org.mediaenricher.media.GpsPosition;
import org.mediaenricher.media.ZoneResolution;

/** Gives a time without a zone the one of its place. */
public final class PlaceClock {
    /** How far a satellite's time may be from the camera's: it is that of the last fix. */
    private static final Duration STALE = Duration.ofMinutes(10);

    private PlaceClock() {}

    /**
     * The same time with its offset, where the place leaves one only: not at sea, not where zones disagree, not in
     * the hour that clocks show twice or never. Of two, the one that the satellites' time fits is taken.
     *
     * @param captured any time; one whose offset is known stays as it is
     * @param place where it was
     * @param satellites the instant by the satellites' clock, or null
     */
    public static CaptureTime zoned(CaptureTime captured, GpsPosition place, Instant satellites) {
        if (captured.offset().isPresent()) {
            return captured;
        }
        LocalDateTime local = captured.local();
        List<ZoneRules> rules = ZoneMap.world().at(place.latitude(), place.longitude());
        return only(rules, local)
                .or(() -> fitting(rules, local, satellites))
                .map(offset -> CaptureTime.zoned(local, offset, ZoneResolution.GPS_ZONE))
                .orElse(captured);
    }

    private static Optional<ZoneOffset> only(List<ZoneRules> rules, LocalDateTime local) {
        Set<ZoneOffset> offsets = new LinkedHashSet<>();
        for (ZoneRules zone : rules) {
            List<ZoneOffset> valid = zone.getValidOffsets(local);
            if (valid.size() != 1) {
                return Optional.empty();
            }
            offsets.addAll(valid);
        }
        return offsets.size() == 1 ? Optional.of(offsets.iterator().next()) : Optional.empty();
    }

    private static Optional<ZoneOffset> fitting(List<ZoneRules> rules, LocalDateTime local, Instant satellites) {
        if (satellites == null) {
            return Optional.empty();
        }
        List<ZoneOffset> fitting = rules.stream()
                .flatMap(zone -> possible(zone, local).stream())
                .distinct()
                .filter(offset -> Duration.between(satellites, local.toInstant(offset))
                                .abs()
                                .compareTo(STALE)
                        <= 0)
                .toList();
        return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
    }

    /** Around a change of the clocks the offsets before and after it. */
    private static List<ZoneOffset> possible(ZoneRules zone, LocalDateTime local) {
        ZoneOffsetTransition change = zone.getTransition(local);
        return change == null
                ? zone.getValidOffsets(local)
                : List.of(change.getOffsetBefore(), change.getOffsetAfter());
    }
}

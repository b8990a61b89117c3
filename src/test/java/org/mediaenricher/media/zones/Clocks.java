package org.mediaenricher.media.zones;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/** Which zones' clocks show the same time, since when it matters: there the border between them needs no detail. */
final class Clocks {
    /** About 2.4 by 1.2 km at the equator: borders at sea, and between clocks that agree by now. */
    private static final int COARSE = 14;

    /** About 300 by 150 m at the equator: all other borders. */
    private static final int FINE = 17;

    private static final Instant FIRST_PHOTOS = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant FIRST_DIGITAL_CAMERAS = Instant.parse("1997-01-01T00:00:00Z");

    private final int openSea;
    private final int[] sinceFirst;
    private final int[] sinceDigital;

    Clocks(List<String> zones) {
        openSea = zones.indexOf(ZoneMapFile.OPEN_SEA);
        sinceFirst = groups(zones, FIRST_PHOTOS);
        sinceDigital = groups(zones, FIRST_DIGITAL_CAMERAS);
    }

    /** Whether a piece of a depth needs no halving although several zones are in it. */
    boolean agree(BitSet zones, int depth) {
        if (depth < COARSE) {
            return agree(zones, sinceFirst);
        }
        return depth >= FINE || zones.get(openSea) || agree(zones, sinceDigital);
    }

    private static boolean agree(BitSet zones, int[] groups) {
        int first = groups[zones.nextSetBit(0)];
        return zones.stream().allMatch(zone -> groups[zone] == first);
    }

    /** For each zone the first one with the same clock. */
    private static int[] groups(List<String> zones, Instant since) {
        List<Object> clocks = zones.stream().map(zone -> clock(zone, since)).toList();
        return clocks.stream().mapToInt(clocks::indexOf).toArray();
    }

    private static Object clock(String zone, Instant since) {
        try {
            ZoneRules rules = ZoneId.of(zone).getRules();
            Stream<ZoneOffsetTransition> later = rules.getTransitions().stream()
                    .filter(change -> change.getInstant().isAfter(since));
            return List.of(rules.getOffset(since), later.toList(), rules.getTransitionRules());
        } catch (DateTimeException unknownHereOrOpenSea) {
            return zone;
        }
    }
}

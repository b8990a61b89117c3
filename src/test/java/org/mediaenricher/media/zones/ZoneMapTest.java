package org.mediaenricher.media.zones;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Random;
import net.iakovlev.timeshape.TimeZoneEngine;
import org.junit.jupiter.api.Test;

/** The map against the borders that it was made from. */
class ZoneMapTest {
    private static final int PLACES = 600;

    @Test
    void knows_the_zones_that_timeshape_knows() {
        TimeZoneEngine borders = TimeZoneEngine.initialize();
        Random random = new Random(7);
        int alone = 0;
        for (int i = 0; i < PLACES; i++) {
            double latitude = random.nextDouble() * 110 - 50;
            double longitude = random.nextDouble() * 360 - 180;
            List<ZoneRules> known = ZoneMap.world().at(latitude, longitude);
            List<ZoneId> zones = borders.queryAll(latitude, longitude);
            if (zones.stream().anyMatch(zone -> zone.getId().startsWith("Etc/"))) {
                assertThat(known).as(latitude + " " + longitude + " " + zones).isEmpty();
            } else if (!known.isEmpty()) {
                assertThat(known)
                        .containsAll(zones.stream().map(ZoneId::getRules).toList());
                alone += known.size() == 1 ? 1 : 0;
            }
        }
        assertThat(alone).isGreaterThan(PLACES / 5);
    }
}

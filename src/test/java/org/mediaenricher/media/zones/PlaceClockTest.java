package org.mediaenricher.media.zones;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mediaenricher.media.CaptureTime;
import org.mediaenricher.media.GpsPosition;
import org.mediaenricher.media.ZoneResolution;

class PlaceClockTest {
    private static final GpsPosition BERLIN = place(52.5163, 13.3777);

    @ParameterizedTest
    @CsvSource({
        "Berlin, 52.5163, 13.3777, 2024-01-15T12:00, +01:00",
        "Berlin, 52.5163, 13.3777, 2024-07-15T12:00, +02:00",
        "Kathmandu, 27.7172, 85.3240, 2024-07-15T12:00, +05:45",
        "Adelaide, -34.9285, 138.6007, 2024-07-15T12:00, +09:30",
        "Adelaide, -34.9285, 138.6007, 2024-01-15T12:00, +10:30",
        "New York, 40.7580, -73.9855, 2024-07-15T12:00, -04:00",
        "New York, 40.7580, -73.9855, 2024-01-15T12:00, -05:00",
        "Apia, -13.8333, -171.7667, 2011-12-31T12:00, +14:00",
        "Chatham, -43.9536, -176.5597, 2024-07-15T12:00, +12:45",
        "Basel, 47.5596, 7.5886, 2024-07-15T12:00, +02:00",
    })
    void the_place_tells_the_offset_of_that_day(
            String name, double latitude, double longitude, String local, String offset) {
        CaptureTime zoned = zoned(local, place(latitude, longitude), null);
        assertThat(zoned.offset()).as(name).contains(ZoneOffset.of(offset));
        assertThat(zoned.resolvedBy()).isEqualTo(ZoneResolution.GPS_ZONE);
    }

    @Test
    void zero_degrees_are_a_place_at_sea_where_no_clock_is_known() {
        assertThat(zoned("2024-07-15T12:00", place(0, 0), null).offset()).isEmpty();
        assertThat(zoned("2024-07-15T12:00", place(-60, 30), null).offset()).isEmpty();
    }

    @Test
    void where_people_live_by_two_clocks_none_is_chosen() {
        assertThat(zoned("2024-07-15T12:00", place(43.8, 87.6), null).offset()).isEmpty();
    }

    @Test
    void the_hour_that_comes_twice_is_settled_by_the_satellites_alone() {
        String twice = "2024-10-27T02:30";
        assertThat(zoned(twice, BERLIN, null).offset()).isEmpty();
        assertThat(zoned(twice, BERLIN, "2024-10-27T00:29:40Z").offset()).contains(ZoneOffset.ofHours(2));
        assertThat(zoned(twice, BERLIN, "2024-10-27T01:29:40Z").offset()).contains(ZoneOffset.ofHours(1));
        assertThat(zoned(twice, BERLIN, "2024-10-26T20:00:00Z").offset()).isEmpty();
    }

    @Test
    void the_hour_that_never_comes_is_settled_by_the_satellites_alone() {
        String never = "2024-03-31T02:30";
        assertThat(zoned(never, BERLIN, null).offset()).isEmpty();
        assertThat(zoned(never, BERLIN, "2024-03-31T01:30:00Z").offset()).contains(ZoneOffset.ofHours(1));
    }

    @Test
    void of_two_zones_the_satellites_tell_the_one() {
        assertThat(zoned("2024-07-15T12:00", place(43.8, 87.6), "2024-07-15T04:00:10Z")
                        .offset())
                .contains(ZoneOffset.ofHours(8));
    }

    @Test
    void a_time_with_an_offset_stays_as_it_is() {
        CaptureTime told = CaptureTime.zoned(
                LocalDateTime.parse("2024-07-15T12:00"), ZoneOffset.ofHours(-7), ZoneResolution.OFFSET_TAG);
        assertThat(PlaceClock.zoned(told, BERLIN, null)).isSameAs(told);
    }

    @Test
    void the_edges_of_the_world_are_on_the_map() {
        for (double latitude : new double[] {-90, 90}) {
            for (double longitude : new double[] {-180, 180}) {
                assertThat(ZoneMap.world().at(latitude, longitude)).isNotNull();
            }
        }
    }

    private static CaptureTime zoned(String local, GpsPosition place, String satellites) {
        Instant instant = satellites == null ? null : Instant.parse(satellites);
        return PlaceClock.zoned(CaptureTime.unzoned(LocalDateTime.parse(local)), place, instant);
    }

    private static GpsPosition place(double latitude, double longitude) {
        return new GpsPosition(latitude, longitude, OptionalDouble.empty());
    }
}

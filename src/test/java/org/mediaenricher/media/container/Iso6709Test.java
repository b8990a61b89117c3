package org.mediaenricher.media.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mediaenricher.media.GpsPosition;

class Iso6709Test {
    @ParameterizedTest
    @CsvSource({
        "+48.8577+002.2950/, 48.8577, 2.295",
        "-33.8568+151.2153+004.5/, -33.8568, 151.2153",
        "+40.6800-74.5000/, 40.68, -74.5",
        "+4852.5+00217.7/, 48.875, 2.295",
        "+485230+0021742/, 48.875, 2.295",
        "+00+000/, 0, 0",
        "+27.5916+086.5640+8850CRSWGS_84/, 27.5916, 86.564"
    })
    void reads_degrees_minutes_and_seconds(String text, double latitude, double longitude) {
        GpsPosition place = Iso6709.parse(text).orElseThrow();
        assertThat(place.latitude()).isCloseTo(latitude, within(1e-9));
        assertThat(place.longitude()).isCloseTo(longitude, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Paris", "48.8,2.2", "+91+000/", "+10+181/", "+1"})
    void anything_else_is_no_place(String text) {
        assertThat(Iso6709.parse(text)).isEmpty();
    }
}

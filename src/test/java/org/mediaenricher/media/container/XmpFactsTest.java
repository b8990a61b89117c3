package org.mediaenricher.media.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.mediaenricher.media.GpsPosition;
import org.mediaenricher.media.MediaFacts;
import org.mediaenricher.media.ZoneResolution;

class XmpFactsTest {
    @Test
    void places_are_written_in_degrees_and_minutes_with_a_letter() {
        GpsPosition place = facts("""
                        <exif:GPSLatitude>48,30.6S</exif:GPSLatitude><exif:GPSLongitude>11,15,36E</exif:GPSLongitude>
                        <exif:GPSAltitude>10/4</exif:GPSAltitude><exif:GPSAltitudeRef>1</exif:GPSAltitudeRef>""").origin().position().orElseThrow();
        assertThat(place.latitude()).isCloseTo(-48.51, within(1e-9));
        assertThat(place.longitude()).isCloseTo(11.26, within(1e-9));
        assertThat(place.altitude()).hasValue(-2.5);
    }

    @Test
    void a_place_without_its_letters_is_none() {
        assertThat(facts("<exif:GPSLatitude>48,30.6</exif:GPSLatitude><exif:GPSLongitude>11,15.6</exif:GPSLongitude>")
                        .origin()
                        .position())
                .isEmpty();
    }

    @Test
    void a_time_with_an_offset_is_an_instant_and_one_without_is_none() {
        assertThat(facts("<xmp:CreateDate>2024-05-31T12:00:00+02:00</xmp:CreateDate>")
                        .origin()
                        .captured()
                        .orElseThrow()
                        .instant())
                .contains(Instant.parse("2024-05-31T10:00:00Z"));
        assertThat(facts("<xmp:CreateDate>2024-05-31T12:00:00</xmp:CreateDate>")
                        .origin()
                        .captured()
                        .orElseThrow()
                        .resolvedBy())
                .isEqualTo(ZoneResolution.NONE);
    }

    @Test
    void a_rating_is_minus_one_to_five() {
        assertThat(facts("<xmp:Rating>-1</xmp:Rating>").description().rating()).hasValue(-1);
        assertThat(facts("<xmp:Rating>99</xmp:Rating>").description().rating()).isEmpty();
    }

    @Test
    void fractions_are_numbers() {
        assertThat(facts("<exif:ExposureTime>1/200</exif:ExposureTime>")
                        .origin()
                        .exposure()
                        .seconds())
                .hasValue(0.005);
        assertThat(facts("<exif:ExposureTime>1/0</exif:ExposureTime>")
                        .origin()
                        .exposure()
                        .seconds())
                .isEmpty();
    }

    private static MediaFacts facts(String properties) {
        return Readings.facts(
                new JpegFixture().xmp(XmpFixture.packet(properties)).frame(4, 3).bytes());
    }
}

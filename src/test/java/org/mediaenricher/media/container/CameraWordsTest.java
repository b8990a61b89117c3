package org.mediaenricher.media.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.mediaenricher.media.CaptureTime;
import org.mediaenricher.media.ZoneResolution;

/** What follows from an Exif block where it does not say it outright. */
class CameraWordsTest {
    private static final String TWICE = "2024:10:27 02:30:00";

    @Test
    void a_lens_without_a_name_is_called_by_its_numbers() {
        assertThat(lens(28, 300, 35, 56)).isEqualTo("28-300mm f/3.5-5.6");
        assertThat(lens(50, 50, 14, 14)).isEqualTo("50mm f/1.4");
        assertThat(lens(50, 50, 0, 0)).isEqualTo("50mm");
    }

    @Test
    void the_place_tells_the_zone() {
        CaptureTime captured = captured("2024:05:31 12:30:15", new ExifFixture().place("N", 48, "E", 11));
        assertThat(captured.offset()).contains(ZoneOffset.ofHours(2));
        assertThat(captured.resolvedBy()).isEqualTo(ZoneResolution.GPS_ZONE);
    }

    @Test
    void the_satellites_settle_the_hour_that_comes_twice() {
        Bytes clock =
                ExifFixture.rational(1, 1).add(ExifFixture.rational(29, 1)).add(ExifFixture.rational(5950, 100));
        ExifFixture stamped = new ExifFixture()
                .place("N", 48, "E", 11)
                .gps(0x0007, 5, 3, clock)
                .gps(0x001d, 2, 11, Bytes.of("2024:10:27\0"));
        assertThat(captured(TWICE, stamped).offset()).contains(ZoneOffset.ofHours(1));
        assertThat(captured(TWICE, new ExifFixture().place("N", 48, "E", 11)).offset())
                .isEmpty();
    }

    private static CaptureTime captured(String time, ExifFixture exif) {
        Bytes jpeg = new JpegFixture().exif(exif.exif(0x9003, time)).frame(4, 3).bytes();
        return Readings.facts(jpeg).origin().captured().orElseThrow();
    }

    /** Focal lengths in millimetres, apertures in tenths. */
    private static String lens(int shortest, int longest, int widest, int narrowest) {
        ExifFixture exif = new ExifFixture()
                .exif(
                        0xa432,
                        ExifFixture.rational(shortest, 1)
                                .add(ExifFixture.rational(longest, 1))
                                .add(ExifFixture.rational(widest, widest == 0 ? 0 : 10))
                                .add(ExifFixture.rational(narrowest, narrowest == 0 ? 0 : 10)));
        Bytes jpeg = new JpegFixture().exif(exif).frame(4, 3).bytes();
        return Readings.facts(jpeg).origin().camera().lens().orElseThrow();
    }
}

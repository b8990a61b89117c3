package org.mediaenricher.media.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mediaenricher.media.CaptureTime;
import org.mediaenricher.media.ZoneResolution;

class TimesTest {
    @ParameterizedTest
    @CsvSource({
        "2024:05:31 12:30:15, 2024-05-31T12:30:15,",
        "2024-05-31T12:30:15Z, 2024-05-31T12:30:15, Z",
        "2024-05-31T12:30:15.5+02:00, 2024-05-31T12:30:15.5, +02:00",
        "2024:05:31 12:30:15-0500, 2024-05-31T12:30:15, -05:00",
        "2024-05-31T12:30, 2024-05-31T12:30, "
    })
    void times_of_both_forms_are_read(String text, LocalDateTime local, String offset) {
        CaptureTime time = Times.of(text).orElseThrow();
        assertThat(time.local()).isEqualTo(local);
        assertThat(time.offset().map(ZoneOffset::getId).orElse(null)).isEqualTo(offset);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000:00:00 00:00:00",
                "    :  :     :  :  ",
                "2024:13:01 00:00:00",
                "2024:02:30 00:00:00",
                "2024-05-31",
                "yesterday",
                ""
            })
    void what_is_no_time_is_none(String text) {
        assertThat(Times.of(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+99:00", "+2", "local", "  "})
    void an_offset_that_is_none_leaves_the_zone_unknown(String offset) {
        CaptureTime time = Times.exif("2024:05:31 12:30:15", null, offset).orElseThrow();
        assertThat(time.resolvedBy()).isEqualTo(ZoneResolution.NONE);
        assertThat(time.instant()).isEmpty();
    }

    @Test
    void a_fraction_beside_the_time_counts_and_a_broken_one_does_not() {
        assertThat(nanos("5")).isEqualTo(500_000_000);
        assertThat(nanos("012345678999")).isEqualTo(12_345_678);
        assertThat(nanos("x1")).isZero();
    }

    private static int nanos(String fraction) {
        return Times.exif("2024:05:31 12:30:15", fraction, null)
                .orElseThrow()
                .local()
                .getNano();
    }
}

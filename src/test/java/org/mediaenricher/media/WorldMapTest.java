package org.mediaenricher.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Places on the map, and its land. */
class WorldMapTest {
    private static final Pattern PIECE = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v(\\d+)H(\\d+)z");

    @ParameterizedTest
    @CsvSource({"0, 0, 360, 180", "90, -180, 0, 0", "-60, 180, 720, 300", "-90, 0, 360, 300", "52.5, 13.4, 386.8, 75"})
    void a_place_stands_by_its_angles(double latitude, double longitude, double x, double y) {
        assertThat(WorldMap.x(longitude)).isEqualTo(x);
        assertThat(WorldMap.y(latitude)).isEqualTo(y);
    }

    @ParameterizedTest
    @CsvSource({
        "52.5, 13.4, true",
        "39, -98, true",
        "-25, 134, true",
        "0.5, 25, true",
        "64, 100, true",
        "30, -40, false",
        "0, -140, false",
        "-40, 80, false"
    })
    void land_is_land_and_the_open_sea_is_none(double latitude, double longitude, boolean land) {
        assertThat(isDrawn(WorldMap.x(longitude), WorldMap.y(latitude))).isEqualTo(land);
    }

    @Test
    void the_path_is_rectangles_alone_and_not_long() {
        assertThat(PIECE.matcher(WorldMap.land()).replaceAll("")).isEmpty();
        assertThat(WorldMap.land()).hasSizeBetween(10_000, 60_000);
    }

    private static boolean isDrawn(double x, double y) {
        Matcher piece = PIECE.matcher(WorldMap.land());
        while (piece.find()) {
            int left = Integer.parseInt(piece.group(1));
            int top = Integer.parseInt(piece.group(2));
            if (x >= left
                    && x < left + Integer.parseInt(piece.group(3))
                    && y >= top
                    && y < top + Integer.parseInt(piece.group(4))) {
                return true;
            }
        }
        return false;
    }
}

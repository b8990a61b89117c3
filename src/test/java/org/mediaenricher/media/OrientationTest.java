package org.mediaenricher.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrientationTest {
    @ParameterizedTest
    @CsvSource({
        "1, false, 0",
        "2, true, 0",
        "3, false, 180",
        "4, true, 180",
        "5, true, 270",
        "6, false, 90",
        "7, true, 90",
        "8, false, 270"
    })
    void each_of_the_eight_mirrors_and_turns(int exif, boolean mirrored, int rotation) {
        Orientation orientation = new Orientation(exif);
        assertThat(orientation.mirrored()).isEqualTo(mirrored);
        assertThat(orientation.rotation()).isEqualTo(rotation);
        assertThat(Orientation.of(mirrored, rotation)).isEqualTo(orientation);
        assertThat(Orientation.of(mirrored, rotation - 360)).isEqualTo(orientation);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 6, 7, 8})
    void a_quarter_turn_exchanges_the_sides(int exif) {
        assertThat(new Orientation(exif).applied(new Size(4, 3))).isEqualTo(new Size(3, 4));
    }

    @Test
    void there_is_no_ninth() {
        assertThatThrownBy(() -> new Orientation(9)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Orientation(0)).isInstanceOf(IllegalArgumentException.class);
    }
}

package org.mediaenricher.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagsTest {
    @ParameterizedTest
    @CsvSource({"4, 3, landscape", "3, 4, portrait", "3, 3, square"})
    void the_shape_is_a_tag(int width, int height, String tag) {
        assertThat(Facts.picture(width, height).tags()).containsExactly(tag);
    }

    @Test
    void twice_as_long_as_high_is_a_panorama_lying_or_standing() {
        assertThat(Facts.picture(4, 2).tags()).contains("panorama", "landscape");
        assertThat(Facts.picture(2, 4).tags()).contains("panorama", "portrait");
        assertThat(Facts.picture(399, 200).tags()).doesNotContain("panorama");
    }

    @Test
    void sound_is_a_tag() {
        assertThat(Facts.sound().tags()).containsExactly("has-audio");
    }

    @Test
    void keywords_come_first_normalised_and_once_with_the_levels_of_subjects() {
        MediaFacts facts = Facts.described(new Description(
                List.of("Sea ", "SEA", "north\n sea", " ", "x".repeat(300)),
                List.of("Places|Italy|Sea"),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty()));
        assertThat(facts.tags()).containsExactly("sea", "north sea", "x".repeat(100), "places", "italy", "landscape");
    }
}

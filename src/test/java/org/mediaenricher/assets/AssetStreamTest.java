package org.mediaenricher.assets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a prefix ends. */
class AssetStreamTest {
    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    @ParameterizedTest
    @CsvSource({"a, b", "photos/, photos0", "year-9, year-:", "ä, å"})
    void behind_a_prefix_comes_its_last_character_s_successor(String prefix, String behind) {
        assertThat(AssetStream.behindAll(prefix)).isEqualTo(behind);
    }

    @Test
    void no_half_of_a_character_is_made() {
        assertThat(AssetStream.behindAll("\ud7ff")).isEqualTo("\ue000");
        assertThat(AssetStream.behindAll("a" + LAST)).isEqualTo("b");
    }

    @Test
    void behind_nothing_and_behind_the_last_comes_the_last() {
        assertThat(AssetStream.behindAll("")).isEqualTo(LAST);
        assertThat(AssetStream.behindAll(LAST)).isEqualTo(LAST);
    }
}

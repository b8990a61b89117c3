package org.mediaenricher.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {
    @Test
    void zeros_are_left_out() {
        assertThat(PlainText.storable("a\0b\0")).isEqualTo("ab");
    }

    @Test
    void unpaired_surrogates_are_replaced_and_pairs_kept() {
        assertThat(PlainText.storable("a\ud83d")).isEqualTo("a\ufffd");
        assertThat(PlainText.storable("\ude00b")).isEqualTo("\ufffdb");
        assertThat(PlainText.storable("\ud83d\ude00")).isEqualTo("\ud83d\ude00");
    }

    @Test
    void text_with_nothing_wrong_is_the_same_text() {
        String text = "na\u00efve";
        assertThat(PlainText.storable(text)).isSameAs(text);
    }
}

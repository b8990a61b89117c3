package org.mediaenricher.media.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mediaenricher.media.MediaFacts;

class AmrReaderTest extends ReaderContract {
    @Override
    List<Bytes> samples() {
        return List.of(narrow(10), wide(10));
    }

    @Test
    void each_frame_lasts_20_ms() {
        MediaFacts facts = Readings.facts(narrow(150));
        assertThat(facts.contentType()).isEqualTo("audio/amr");
        assertThat(facts.playback().duration()).hasValue(Duration.ofSeconds(3));
        assertThat(facts.playback().tracks().get(0).audio().orElseThrow().sampleRate())
                .hasValue(8000);
    }

    @Test
    void the_wide_band_has_its_own_lengths_and_rate() {
        MediaFacts facts = Readings.facts(wide(50));
        assertThat(facts.contentType()).isEqualTo("audio/amr-wb");
        assertThat(facts.playback().duration()).hasValue(Duration.ofSeconds(1));
        assertThat(facts.playback().tracks().get(0).codec()).hasValue("amr_wb");
    }

    private static Bytes narrow(int frames) {
        Bytes bytes = Bytes.of("#!AMR\n");
        for (int i = 0; i < frames; i++) {
            bytes.u8(7 << 3 | 4).zeros(31);
        }
        return bytes;
    }

    private static Bytes wide(int frames) {
        Bytes bytes = Bytes.of("#!AMR-WB\n");
        for (int i = 0; i < frames; i++) {
            bytes.u8(2 << 3 | 4).zeros(32);
        }
        return bytes;
    }
}

package org.mediaenricher.media.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mediaenricher.media.FailureCode;
import org.mediaenricher.media.MediaFacts;
import org.mediaenricher.media.Track;

class AdtsReaderTest extends ReaderContract {
    @Override
    List<Bytes> samples() {
        return List.of(frames(5), frames(20));
    }

    @Test
    void frames_are_counted() {
        MediaFacts facts = Readings.facts(frames(100));
        Track track = facts.playback().tracks().get(0);
        assertThat(facts.contentType()).isEqualTo("audio/aac");
        assertThat(facts.playback().duration()).hasValue(Duration.ofNanos(2_321_995_464L));
        assertThat(track.codec()).hasValue("aac");
        assertThat(track.audio().orElseThrow().channels()).hasValue(2);
        assertThat(track.audio().orElseThrow().sampleRate()).hasValue(44100);
    }

    @Test
    void a_long_recording_is_reckoned_from_one_read() {
        CountingSource source = new CountingSource(frames(4000).array());
        MediaFacts facts = (MediaFacts) new ContainerReader().read(source);
        assertThat(facts.playback().duration().orElseThrow().toMillis()).isBetween(92_700L, 93_000L);
        assertThat(source.calls()).isEqualTo(1);
    }

    @Test
    void one_sync_word_is_no_proof() {
        Bytes accident = AudioSamples.adtsFrame(100).zeros(500);
        assertThat(Readings.failure(accident).code()).isEqualTo(FailureCode.UNSUPPORTED);
    }

    private static Bytes frames(int count) {
        Bytes bytes = new Bytes();
        for (int i = 0; i < count; i++) {
            bytes.add(AudioSamples.adtsFrame(100 + i % 3));
        }
        return bytes;
    }
}

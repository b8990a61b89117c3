package org.mediaenricher.media.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mediaenricher.media.AudioShape;
import org.mediaenricher.media.FailureCode;
import org.mediaenricher.media.MediaFacts;

class FlacReaderTest extends ReaderContract {
    @Override
    List<Bytes> samples() {
        return List.of(
                flac(AudioSamples.streamInfo(44100, 2, 16, 88200), block(0x84, AudioSamples.comments("TITLE=Lied"))));
    }

    @Test
    void the_stream_information_tells_duration_and_shape() {
        MediaFacts facts = Readings.facts(flac(AudioSamples.streamInfo(96000, 6, 24, 192_000), new Bytes()));
        AudioShape shape = facts.playback().tracks().get(0).audio().orElseThrow();
        assertThat(facts.contentType()).isEqualTo("audio/flac");
        assertThat(facts.playback().duration()).hasValue(Duration.ofSeconds(2));
        assertThat(shape.channels()).hasValue(6);
        assertThat(shape.sampleRate()).hasValue(96000);
        assertThat(shape.bitsPerSample()).hasValue(24);
    }

    @Test
    void an_unknown_number_of_samples_is_no_duration() {
        MediaFacts facts = Readings.facts(flac(AudioSamples.streamInfo(96000, 6, 24, 0), new Bytes()));
        assertThat(facts.playback().duration()).isEmpty();
    }

    @Test
    void comments_behind_a_big_picture_take_one_more_read() {
        Bytes rest = block(0x06, new Bytes().zeros(500_000))
                .add(block(0x84, AudioSamples.comments("title=Größe", "Comment=schön", "=", "nonsense")));
        CountingSource source = new CountingSource(
                flac(AudioSamples.streamInfo(44100, 2, 16, 44100), rest).array());
        MediaFacts facts = (MediaFacts) new ContainerReader().read(source);
        assertThat(facts.description().title()).hasValue("Größe");
        assertThat(facts.description().caption()).hasValue("schön");
        assertThat(source.calls()).isEqualTo(2);
        assertThat(source.read()).isLessThan(140_000);
    }

    @Test
    void something_else_in_front_is_malformed() {
        assertThat(Readings.failure(Bytes.of("fLaC").u32(0x04000022).zeros(34)).code())
                .isEqualTo(FailureCode.MALFORMED);
    }

    private static Bytes flac(Bytes info, Bytes blocks) {
        return Bytes.of("fLaC")
                .u8(blocks.length() == 0 ? 0x80 : 0)
                .u24(info.length())
                .add(info)
                .add(blocks)
                .zeros(100);
    }

    private static Bytes block(int head, Bytes content) {
        return new Bytes().u8(head).u24(content.length()).add(content);
    }
}

package org.mediaenricher.media.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.mediaenricher.media.MediaFacts;
import org.mediaenricher.media.TrackKind;

class FragmentsTest {
    @Test
    void the_extended_header_tells_the_duration() {
        Bytes extended = new Bytes().fullBox("mehd", 0, 0, new Bytes().u32(5000));
        MediaFacts facts = Readings.facts(MovieSamples.fragmented(extended, MovieSamples.fragment(0, 25)));
        assertThat(facts.playback().duration()).hasValue(Duration.ofSeconds(5));
    }

    @Test
    void a_segment_index_tells_the_duration() {
        MediaFacts facts = Readings.facts(MovieSamples.fragmented(new Bytes(), MovieSamples.index(3000)));
        assertThat(facts.playback().duration()).hasValue(Duration.ofSeconds(3));
    }

    @Test
    void several_segment_indexes_add_up() {
        Bytes two = MovieSamples.index(3000).add(MovieSamples.index(1000));
        MediaFacts facts = Readings.facts(MovieSamples.fragmented(new Bytes(), two));
        assertThat(facts.playback().duration()).hasValue(Duration.ofSeconds(4));
    }

    @Test
    void fragments_tell_duration_and_frame_rate() {
        Bytes two = MovieSamples.fragment(0, 25).add(MovieSamples.fragment(1000, 10));
        MediaFacts facts = Readings.facts(MovieSamples.fragmented(new Bytes(), two));
        assertThat(facts.playback().duration()).hasValue(Duration.ofMillis(1400));
        assertThat(facts.playback()
                        .first(TrackKind.VIDEO)
                        .orElseThrow()
                        .video()
                        .orElseThrow()
                        .frameRate())
                .hasValue(25);
    }

    @Test
    void a_segment_cut_from_a_stream_lasts_from_its_own_beginning() {
        Bytes late = MovieSamples.fragment(90_000, 25);
        MediaFacts facts = Readings.facts(MovieSamples.fragmented(new Bytes(), late));
        assertThat(facts.playback().duration()).hasValue(Duration.ofSeconds(1));
    }

    @Test
    void samples_before_the_fragments_count_too() {
        Bytes movie = MovieFixture.of("iso5")
                .lasting(1000)
                .track(TrackFixture.video("avc1", 64, 36).timed(1000, 1000, 25))
                .box(
                        "mvex",
                        new Bytes()
                                .fullBox(
                                        "trex",
                                        0,
                                        0,
                                        new Bytes().u32(1).u32(1).u32(40).u32(0).u32(0)))
                .then(MovieSamples.fragment(1000, 25))
                .bytes();
        assertThat(Readings.facts(movie).playback().duration()).hasValue(Duration.ofSeconds(2));
    }

    @Test
    void hundreds_of_fragments_without_an_index_are_not_hopped_through() {
        Bytes many = new Bytes();
        for (int i = 0; i < 100; i++) {
            many.add(MovieSamples.fragment(i * 1000, 25)).box("mdat", new Bytes().zeros(100_000));
        }
        CountingSource source =
                new CountingSource(MovieSamples.fragmented(new Bytes(), many).array());
        MediaFacts facts = (MediaFacts) new ContainerReader().read(source);
        assertThat(facts.playback().duration()).isEmpty();
        assertThat(source.calls()).isLessThan(16);
    }
}

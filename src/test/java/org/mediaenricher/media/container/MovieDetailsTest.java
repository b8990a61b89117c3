package org.mediaenricher.media.container;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mediaenricher.media.MediaFacts;
import org.mediaenricher.media.Size;
import org.mediaenricher.media.Track;
import org.mediaenricher.media.TrackKind;

/** What is not in the headers that every movie has. */
class MovieDetailsTest {
    private static final Bytes XMP_IDENTIFIER =
            new Bytes().u64(0xbe7acfcb97a942e8L).u64(0x9c71999491e3afacL);

    @Test
    void the_sizes_of_the_samples_tell_the_bit_rate() {
        TrackFixture track =
                TrackFixture.video("avc1", 64, 36).timed(1000, 2000, 3).sizes(1000, 2000, 3000);
        assertThat(video(MovieFixture.of("isom").track(track).bytes()).bitRate())
                .hasValue(24_000);
    }

    @Test
    void sound_stored_whole_tells_its_bit_rate_by_its_shape() {
        TrackFixture track = TrackFixture.sound("sowt", 2, 16, 44_100, new Bytes());
        Bytes movie = MovieFixture.of("qt  ").track(track).bytes();
        assertThat(Readings.facts(movie)
                        .playback()
                        .first(TrackKind.AUDIO)
                        .orElseThrow()
                        .bitRate())
                .hasValue(1_411_200);
    }

    @Test
    void oblong_pixels_widen_a_picture_whose_header_repeats_the_stored_size() {
        Bytes aspect = new Bytes().box("pasp", new Bytes().u32(4).u32(3));
        assertThat(shown(TrackFixture.video("avc1", 720, 576, aspect))).isEqualTo(new Size(960, 576));
        assertThat(shown(TrackFixture.video("avc1", 720, 576, aspect).layout(768, 576)))
                .isEqualTo(new Size(768, 576));
    }

    @Test
    void a_packet_behind_the_movie_box_is_read() {
        Bytes behind = new Bytes()
                .box("mdat", new Bytes().zeros(100))
                .box("uuid", new Bytes().add(XMP_IDENTIFIER).add(XmpFixture.author()));
        Bytes movie = MovieFixture.of("isom")
                .track(TrackFixture.video("avc1", 64, 36))
                .then(behind)
                .bytes();
        assertThat(Readings.facts(movie).description().title()).contains("A title");
    }

    @Test
    void the_first_fragment_tells_the_frame_rate_where_an_index_tells_the_duration() {
        Bytes indexed = MovieSamples.index(4000).add(MovieSamples.fragment(0, 25));
        assertThat(frameRate(MovieSamples.fragmented(new Bytes(), indexed))).isEqualTo(25);
    }

    @Test
    void the_first_fragment_tells_the_frame_rate_where_a_header_tells_the_duration() {
        Bytes header = new Bytes().fullBox("mehd", 0, 0, new Bytes().u32(4000));
        assertThat(frameRate(MovieSamples.fragmented(header, MovieSamples.fragment(0, 25))))
                .isEqualTo(25);
    }

    private static double frameRate(Bytes movie) {
        return video(movie).video().orElseThrow().frameRate().orElse(0);
    }

    private static Track video(Bytes movie) {
        return Readings.facts(movie).playback().first(TrackKind.VIDEO).orElseThrow();
    }

    private static Size shown(TrackFixture track) {
        MediaFacts facts = Readings.facts(MovieFixture.of("qt  ").track(track).bytes());
        return facts.appearance().picture().orElseThrow().shown();
    }
}

package org.mediaenricher.media.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mediaenricher.media.FailureCode;
import org.mediaenricher.media.MediaFacts;
import org.mediaenricher.media.MediaReading;
import org.mediaenricher.media.Picture;
import org.mediaenricher.media.Size;
import org.mediaenricher.media.Track;
import org.mediaenricher.media.TrackKind;
import org.mediaenricher.media.ZoneResolution;

class MovieReaderTest extends ReaderContract {
    @Override
    List<Bytes> samples() {
        return List.of(
                MovieFixture.of("isom")
                        .created(1_700_000_000)
                        .lasting(2000)
                        .track(TrackFixture.video("avc1", 640, 360))
                        .track(TrackFixture.sound("mp4a", 2, 16, 44100, MovieSamples.aac(2, 2)))
                        .userData(MovieSamples.xyz("+48.8577+002.2950+035.000/"))
                        .bytes(),
                MovieFixture.of("qt  ")
                        .lasting(2000)
                        .track(TrackFixture.video("hvc1", 64, 36, MovieSamples.colour(16))
                                .turned(0, 1, -1, 0))
                        .track(TrackFixture.soundVersionTwo("lpcm", 6, 24, 96000))
                        .keys(Map.of("com.apple.quicktime.make", "Apple"))
                        .bytesWithMovieLast(100),
                MovieFixture.of("3gp4")
                        .track(TrackFixture.sound("samr", 2, 16, 8000, new Bytes()))
                        .userData(MovieSamples.loci(48.5, 2.25).box("kywd", MovieSamples.keywords3gp("sea", "sun")))
                        .bytes(),
                MovieSamples.fragmented(
                        new Bytes(), MovieSamples.fragment(0, 25).add(MovieSamples.fragment(1000, 25))),
                MovieSamples.fragmented(new Bytes(), MovieSamples.index(2000)));
    }

    @ParameterizedTest
    @CsvSource({
        "isom, video/mp4",
        "mp42, video/mp4",
        "dash, video/mp4",
        "'qt  ', video/quicktime",
        "'', video/quicktime",
        "3gp5, video/3gpp",
        "3g2a, video/3gpp2",
        "'M4V ', video/x-m4v",
        "'XYZ ', video/mp4"
    })
    void the_brand_decides_the_type(String brand, String type) {
        MovieFixture movie = MovieFixture.of(brand).track(TrackFixture.video("avc1", 64, 36));
        assertThat(Readings.facts(movie.bytes()).contentType()).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({"isom, audio/mp4", "'M4A ', audio/mp4", "3gp4, audio/3gpp", "'qt  ', audio/quicktime"})
    void sound_alone_is_audio(String brand, String type) {
        MovieFixture movie = MovieFixture.of(brand).track(TrackFixture.sound("mp4a", 2, 16, 44100, new Bytes()));
        MediaFacts facts = Readings.facts(movie.bytes());
        assertThat(facts.contentType()).isEqualTo(type);
        assertThat(facts.appearance().picture()).isEmpty();
    }

    @Test
    void chapter_pictures_make_no_video_of_a_talking_book() {
        MediaFacts facts = Readings.facts(MovieFixture.of("mp42")
                .track(TrackFixture.sound("mp4a", 1, 16, 44100, new Bytes()).chaptersIn(2))
                .track(TrackFixture.video("jpeg", 64, 36).id(2))
                .bytes());
        assertThat(facts.contentType()).isEqualTo("audio/mp4");
        assertThat(facts.playback().tracks()).extracting(Track::kind).containsExactly(TrackKind.AUDIO, TrackKind.OTHER);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, 0, 1, 1",
        "0, 1, -1, 0, 6",
        "-1, 0, 0, -1, 3",
        "0, -1, 1, 0, 8",
        "-1, 0, 0, 1, 2",
        "1, 0, 0, -1, 4",
        "0, 1, 1, 0, 5",
        "0, -1, -1, 0, 7"
    })
    void the_matrix_turns_and_mirrors(int a, int b, int c, int d, int exif) {
        Picture picture = picture(TrackFixture.video("avc1", 64, 36).turned(a, b, c, d));
        assertThat(picture.orientation().exif()).isEqualTo(exif);
        assertThat(picture.encoded()).isEqualTo(new Size(64, 36));
        assertThat(picture.shown()).isEqualTo(exif < 5 ? new Size(64, 36) : new Size(36, 64));
    }

    @Test
    void oblong_pixels_are_shown_as_laid_out() {
        Picture picture = picture(TrackFixture.video("avc1", 720, 576).layout(1024, 576));
        assertThat(picture.encoded()).isEqualTo(new Size(720, 576));
        assertThat(picture.shown()).isEqualTo(new Size(1024, 576));
    }

    @Test
    void a_layout_that_cannot_be_meant_is_passed_over() {
        assertThat(picture(TrackFixture.video("avc1", 12, 10).layout(12000, 10000))
                        .shown())
                .isEqualTo(new Size(12, 10));
    }

    @ParameterizedTest
    @CsvSource({"16, true", "18, true", "1, false"})
    void the_transfer_function_tells_high_dynamic_range(int transfer, boolean hdr) {
        MediaFacts facts = Readings.facts(MovieFixture.of("isom")
                .track(TrackFixture.video("hvc1", 64, 36, MovieSamples.colour(transfer)))
                .bytes());
        assertThat(facts.appearance().hdr()).isEqualTo(hdr);
        assertThat(facts.tags().contains("hdr")).isEqualTo(hdr);
    }

    @Test
    void the_frame_rate_is_samples_by_duration() {
        MediaFacts facts = Readings.facts(MovieFixture.of("isom")
                .track(TrackFixture.video("avc1", 64, 36).timed(30000, 60060, 60))
                .bytes());
        Track track = facts.playback().first(TrackKind.VIDEO).orElseThrow();
        assertThat(track.codec()).hasValue("h264");
        assertThat(track.video().orElseThrow().frameRate()).hasValue(29.97);
        assertThat(track.duration()).hasValue(Duration.ofMillis(2002));
    }

    @Test
    void the_headers_time_is_utc_by_the_specification() {
        MediaFacts facts = Readings.facts(video().created(1_700_000_000).bytes());
        assertThat(facts.origin().captured()).hasValueSatisfying(time -> {
            assertThat(time.instant()).hasValue(Instant.ofEpochSecond(1_700_000_000));
            assertThat(time.resolvedBy()).isEqualTo(ZoneResolution.UTC_BY_SPEC);
        });
    }

    @Test
    void a_time_counted_from_1970_is_recognised() {
        MediaFacts facts = Readings.facts(video().createdRaw(1_700_000_000).bytes());
        assertThat(facts.origin().captured().orElseThrow().instant()).hasValue(Instant.ofEpochSecond(1_700_000_000));
    }

    @ParameterizedTest
    @CsvSource({"0", "2082844800", "4294967295"})
    void no_time_and_an_absurd_one_are_none(long raw) {
        MediaFacts facts = Readings.facts(video().createdRaw(raw).bytes());
        assertThat(facts.origin().captured().filter(time -> time.local().getYear() < 2040))
                .isEmpty();
    }

    @Test
    void a_creation_date_with_an_offset_overrules_the_header() {
        MediaFacts facts = Readings.facts(video().created(1_700_000_000)
                .keys(Map.of("com.apple.quicktime.creationdate", "2023-05-09T12:41:46+0100"))
                .bytes());
        assertThat(facts.origin().captured()).hasValueSatisfying(time -> {
            assertThat(time.offset()).hasValue(ZoneOffset.ofHours(1));
            assertThat(time.instant()).hasValue(Instant.parse("2023-05-09T11:41:46Z"));
            assertThat(time.resolvedBy()).isEqualTo(ZoneResolution.OFFSET_TAG);
        });
    }

    @Test
    void keys_tell_camera_place_and_words() {
        MediaFacts facts = Readings.facts(video().keys(Map.of(
                        "com.apple.quicktime.make", "Apple",
                        "com.apple.quicktime.model", "iPhone 15",
                        "com.apple.quicktime.location.ISO6709", "+00.0000+000.0000/",
                        "com.apple.quicktime.keywords", "Meer, Größe",
                        "com.apple.quicktime.title", "Ein Titel"))
                .bytes());
        assertThat(facts.origin().camera().make()).hasValue("Apple");
        assertThat(facts.origin().camera().model()).hasValue("iPhone 15");
        assertThat(facts.origin().position())
                .hasValueSatisfying(place -> assertThat(place.latitude()).isZero());
        assertThat(facts.description().keywords()).containsExactly("Meer", "Größe");
        assertThat(facts.description().title()).hasValue("Ein Titel");
    }

    @Test
    void user_data_tells_the_place() {
        MediaFacts facts = Readings.facts(
                video().userData(MovieSamples.xyz("+48.8577+002.2950+035.000/")).bytes());
        assertThat(facts.origin().position()).hasValueSatisfying(place -> {
            assertThat(place.latitude()).isEqualTo(48.8577);
            assertThat(place.longitude()).isEqualTo(2.295);
            assertThat(place.altitude()).hasValue(35);
        });
    }

    @Test
    void the_assets_of_3gpp_tell_place_and_keywords() {
        MediaFacts facts = Readings.facts(MovieFixture.of("3gp6")
                .track(TrackFixture.video("s263", 176, 144))
                .userData(MovieSamples.loci(-33.5, 151.25).box("kywd", MovieSamples.keywords3gp("sea", "sun")))
                .bytes());
        assertThat(facts.origin().position()).hasValueSatisfying(place -> {
            assertThat(place.latitude()).isEqualTo(-33.5);
            assertThat(place.longitude()).isEqualTo(151.25);
        });
        assertThat(facts.description().keywords()).containsExactly("sea", "sun");
    }

    @Test
    void a_movie_box_behind_the_data_takes_two_reads() {
        CountingSource source = new CountingSource(
                video().lasting(2000).bytesWithMovieLast(3 << 20).array());
        MediaFacts facts = (MediaFacts) new ContainerReader().read(source);
        assertThat(facts.playback().duration()).hasValue(Duration.ofSeconds(2));
        assertThat(source.calls()).isEqualTo(2);
    }

    @Test
    void a_big_movie_box_behind_the_data_takes_three_reads() {
        Bytes movie =
                video().box("free", new Bytes().zeros(700_000)).lasting(2000).bytesWithMovieLast(3 << 20);
        CountingSource source = new CountingSource(movie.array());
        assertThat(new ContainerReader().read(source)).isInstanceOf(MediaFacts.class);
        assertThat(source.calls()).isEqualTo(3);
    }

    @Test
    void data_whose_size_takes_64_bits_is_hopped_over() {
        assertThat(Readings.facts(video().bytesBehindWideData(200_000)).contentType())
                .isEqualTo("video/mp4");
    }

    @Test
    void an_empty_free_box_that_counts_nothing_is_passed_over() {
        Bytes movie = new Bytes()
                .box("ftyp", Bytes.of("isom").u32(0))
                .u32(3)
                .text("free")
                .add(MovieFixture.of("")
                        .track(TrackFixture.video("avc1", 64, 36))
                        .bytes());
        assertThat(Readings.facts(movie).contentType()).isEqualTo("video/mp4");
    }

    @Test
    void without_a_movie_box_the_object_is_truncated() {
        Bytes cut = new Bytes().box("ftyp", Bytes.of("isom").u32(0)).box("mdat", new Bytes().zeros(50));
        assertThat(Readings.failure(cut).code()).isEqualTo(FailureCode.TRUNCATED);
    }

    @Test
    void a_day_long_movie_of_a_million_boxes_ends_early() {
        Bytes boxes = new Bytes();
        for (int i = 0; i < 120_000; i++) {
            boxes.u32(8).text("free");
        }
        long start = System.nanoTime();
        MediaReading reading =
                Readings.of(video().lasting(86_400_000).then(boxes).bytes().array());
        assertThat(reading).isInstanceOf(MediaFacts.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
    }

    private static MovieFixture video() {
        return MovieFixture.of("isom").track(TrackFixture.video("avc1", 64, 36));
    }

    private static Picture picture(TrackFixture track) {
        MediaFacts facts = Readings.facts(MovieFixture.of("isom").track(track).bytes());
        return facts.appearance().picture().orElseThrow();
    }
}

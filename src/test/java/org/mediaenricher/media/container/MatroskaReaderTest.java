package org.mediaenricher.media.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mediaenricher.media.container.MatroskaFixture.audio;
import static org.mediaenricher.media.container.MatroskaFixture.element;
import static org.mediaenricher.media.container.MatroskaFixture.number;
import static org.mediaenricher.media.container.MatroskaFixture.real;
import static org.mediaenricher.media.container.MatroskaFixture.seek;
import static org.mediaenricher.media.container.MatroskaFixture.subtitle;
import static org.mediaenricher.media.container.MatroskaFixture.tag;
import static org.mediaenricher.media.container.MatroskaFixture.text;
import static org.mediaenricher.media.container.MatroskaFixture.video;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mediaenricher.media.FailureCode;
import org.mediaenricher.media.MediaFacts;
import org.mediaenricher.media.Picture;
import org.mediaenricher.media.Size;
import org.mediaenricher.media.Track;
import org.mediaenricher.media.TrackKind;
import org.mediaenricher.media.ZoneResolution;

class MatroskaReaderTest extends ReaderContract {
    private static final Bytes VP9 = video("V_VP9", 64, 36, new Bytes());
    private static final Bytes OPUS = audio("A_OPUS", 2, 48000);

    @Override
    List<Bytes> samples() {
        Bytes colour = element(0x55b0, number(0x55ba, 16));
        Bytes projection = element(0x7670, real(0x7675, 90));
        Bytes tags = element(0x1254c367, tag("TITLE", "Name"));
        return List.of(
                MatroskaFixture.webm()
                        .lasting(2000)
                        .tracks(VP9, OPUS)
                        .cluster(0, 0, 40)
                        .bytes(),
                MatroskaFixture.matroska()
                        .add(element(0x114d9b74, seek(0x1254c367, 300)))
                        .info(number(0x2ad7b1, 1_000_000).add(text(0x7ba9, "Title")))
                        .tracks(video("V_MPEGH/ISO/HEVC", 64, 36, colour.add(projection)), subtitle("S_TEXT/UTF8"))
                        .add(tags)
                        .cluster(500, 0, 20)
                        .bytes(),
                MatroskaFixture.webm()
                        .tracks(VP9)
                        .openCluster(0, 0, 40)
                        .openCluster(1000, 0, 40)
                        .open());
    }

    @Test
    void the_document_type_and_the_tracks_decide_the_type() {
        assertThat(type(MatroskaFixture.webm().tracks(VP9, OPUS))).isEqualTo("video/webm");
        assertThat(type(MatroskaFixture.webm().tracks(OPUS))).isEqualTo("audio/webm");
        assertThat(type(MatroskaFixture.matroska().tracks(VP9))).isEqualTo("video/x-matroska");
        assertThat(type(MatroskaFixture.matroska().tracks(OPUS))).isEqualTo("audio/x-matroska");
        assertThat(type(MatroskaFixture.matroska().tracks(subtitle("S_VOBSUB"))))
                .isEqualTo("application/x-matroska");
    }

    @Test
    void another_document_type_is_unsupported() {
        assertThat(Readings.failure(MatroskaFixture.of("recipe").tracks(VP9).bytes())
                        .code())
                .isEqualTo(FailureCode.UNSUPPORTED);
    }

    @Test
    void duration_counts_in_the_files_own_ticks() {
        MatroskaFixture file = MatroskaFixture.webm()
                .info(number(0x2ad7b1, 500_000).add(real(0x4489, 3000)))
                .tracks(VP9);
        assertThat(duration(file.bytes())).isEqualTo(Duration.ofMillis(1500));
    }

    @Test
    void a_recording_without_a_duration_lasts_until_its_last_block() {
        MatroskaFixture file = MatroskaFixture.webm()
                .info(text(0x5741, "browser"))
                .tracks(VP9, OPUS)
                .openCluster(0, 0, 40, 80)
                .openCluster(120, 0, 33);
        assertThat(duration(file.open())).isEqualTo(Duration.ofMillis(153));
    }

    @Test
    void the_last_block_of_a_long_recording_takes_one_more_read() {
        MatroskaFixture file = MatroskaFixture.webm().tracks(VP9);
        for (int i = 0; i < 40; i++) {
            file.openCluster(i * 1000, 0, 960).add(element(0xec, new Bytes().zeros(20_000)));
        }
        CountingSource source = new CountingSource(file.open().array());
        MediaFacts facts = (MediaFacts) new ContainerReader().read(source);
        assertThat(facts.playback().duration()).hasValue(Duration.ofMillis(39_960));
        assertThat(source.calls()).isEqualTo(2);
    }

    @Test
    void tracks_tell_codec_language_and_shape() {
        MediaFacts facts = Readings.facts(MatroskaFixture.matroska()
                .tracks(
                        video("V_MPEG4/ISO/AVC", 64, 36, new Bytes()).add(number(0x23e383, 40_000_000)),
                        audio("A_AC3", 6, 44100),
                        subtitle("S_TEXT/ASS"))
                .bytes());
        List<Track> tracks = facts.playback().tracks();
        assertThat(tracks).extracting(track -> track.codec().orElseThrow()).containsExactly("h264", "ac3", "ass");
        assertThat(tracks.get(0).video().orElseThrow().frameRate()).hasValue(25);
        assertThat(tracks.get(1).audio().orElseThrow().channels()).hasValue(6);
        assertThat(tracks.get(1).audio().orElseThrow().sampleRate()).hasValue(44100);
        assertThat(tracks.get(2).language()).hasValue("deu");
        assertThat(tracks.get(2).kind()).isEqualTo(TrackKind.SUBTITLE);
    }

    @ParameterizedTest
    @CsvSource({
        "V_AV1, av1",
        "V_MPEG4/ISO/ASP, mpeg4",
        "A_DTS/LOSSLESS, dts",
        "A_PCM/INT/LIT, pcm",
        "A_AAC/MPEG4/LC, aac",
        "A_MPEG/L3, mp3"
    })
    void codecs_have_short_names(String id, String name) {
        Bytes entry = id.charAt(0) == 'V' ? video(id, 64, 36, new Bytes()) : audio(id, 2, 48000);
        Track track = Readings.facts(MatroskaFixture.matroska().tracks(entry).bytes())
                .playback()
                .tracks()
                .get(0);
        assertThat(track.codec()).hasValue(name);
    }

    @Test
    void the_display_size_is_the_shown_one() {
        Picture picture = picture(video("V_VP9", 720, 576, number(0x54b0, 1024).add(number(0x54ba, 576))));
        assertThat(picture.encoded()).isEqualTo(new Size(720, 576));
        assertThat(picture.shown()).isEqualTo(new Size(1024, 576));
    }

    @Test
    void a_display_size_may_be_a_mere_ratio() {
        Bytes ratio = number(0x54b0, 16).add(number(0x54ba, 9)).add(number(0x54b2, 3));
        assertThat(picture(video("V_VP9", 720, 576, ratio)).shown()).isEqualTo(new Size(1024, 576));
    }

    @Test
    void cropping_makes_the_shown_size_smaller() {
        Bytes crop = number(0x54aa, 4).add(number(0x54bb, 4)).add(number(0x54cc, 2));
        assertThat(picture(video("V_VP9", 64, 48, crop)).shown()).isEqualTo(new Size(62, 40));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 1", "0, 90, 8", "0, -90, 6", "0, 180, 3", "180, 0, 2"})
    void a_projection_rolls_counter_clockwise_and_mirrors(double yaw, double roll, int exif) {
        Bytes pose = element(0x7670, real(0x7673, yaw).add(real(0x7675, roll)));
        assertThat(picture(video("V_VP9", 64, 36, pose)).orientation().exif()).isEqualTo(exif);
    }

    @Test
    void a_phones_track_name_may_turn_the_video() {
        Bytes named = video("V_VP9", 64, 36, new Bytes()).add(text(0x536e, "htc_video_rotA-090"));
        assertThat(picture(named).shown()).isEqualTo(new Size(36, 64));
    }

    @Test
    void colour_tells_high_dynamic_range() {
        Bytes colour = element(0x55b0, number(0x55ba, 18));
        assertThat(Readings.facts(MatroskaFixture.webm()
                                .tracks(video("V_VP9", 64, 36, colour))
                                .bytes())
                        .appearance()
                        .hdr())
                .isTrue();
    }

    @Test
    void the_date_counts_nanoseconds_since_2001_in_utc() {
        Bytes date = element(0x4461, new Bytes().u64(86_400_000_000_000L));
        MediaFacts facts =
                Readings.facts(MatroskaFixture.matroska().info(date).tracks(VP9).bytes());
        assertThat(facts.origin().captured()).hasValueSatisfying(time -> {
            assertThat(time.instant()).hasValue(Instant.parse("2001-01-02T00:00:00Z"));
            assertThat(time.resolvedBy()).isEqualTo(ZoneResolution.UTC_BY_SPEC);
        });
    }

    @Test
    void tags_at_the_end_are_hopped_to_by_the_seek_head() {
        Bytes tags = element(
                0x1254c367,
                tag("DATE_RECORDED", "2024-05-31T10:00:00+02:00")
                        .add(tag("KEYWORDS", "sea, sun"))
                        .add(tag("TITLE", "Strand")));
        int before = withTagsAt(0).bytes().length() - segmentStart();
        Bytes file = withTagsAt(before).add(tags).bytes();
        CountingSource source = new CountingSource(file.array());
        MediaFacts facts = (MediaFacts) new ContainerReader().read(source);
        assertThat(facts.description().title()).hasValue("Strand");
        assertThat(facts.description().keywords()).containsExactly("sea", "sun");
        assertThat(facts.origin().captured().orElseThrow().offset()).hasValue(ZoneOffset.ofHours(2));
        assertThat(source.calls()).isEqualTo(2);
    }

    /** A seek head that says where tags are, tracks, and a cluster bigger than a read. */
    private static MatroskaFixture withTagsAt(int position) {
        return MatroskaFixture.matroska()
                .add(element(0x114d9b74, seek(0x1254c367, position)))
                .lasting(1000)
                .tracks(VP9)
                .add(element(0x1f43b675, new Bytes().zeros(200_000)));
    }

    private static int segmentStart() {
        return MatroskaFixture.matroska().bytes().length();
    }

    @Test
    void without_tracks_the_object_is_truncated() {
        Bytes file = MatroskaFixture.webm().lasting(1000).bytes();
        assertThat(Readings.failure(file).code()).isEqualTo(FailureCode.TRUNCATED);
    }

    private static String type(MatroskaFixture file) {
        return Readings.facts(file.bytes()).contentType();
    }

    private static Duration duration(Bytes file) {
        return Readings.facts(file).playback().duration().orElseThrow();
    }

    private static Picture picture(Bytes track) {
        return Readings.facts(MatroskaFixture.webm().tracks(track).bytes())
                .appearance()
                .picture()
                .orElseThrow();
    }
}

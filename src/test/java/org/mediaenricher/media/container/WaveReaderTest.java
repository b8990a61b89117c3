package org.mediaenricher.media.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mediaenricher.media.AudioShape;
import org.mediaenricher.media.FailureCode;
import org.mediaenricher.media.MediaFacts;
import org.mediaenricher.media.Track;
import org.mediaenricher.media.ZoneResolution;

class WaveReaderTest extends ReaderContract {
    private static final Bytes CD = format(1, 2, 44100, 16);

    @Override
    List<Bytes> samples() {
        return List.of(
                wave(new Bytes()
                        .chunk("fmt ", CD)
                        .chunk("data", new Bytes().zeros(400))
                        .chunk("LIST", info())),
                Bytes.of("RF64")
                        .u32(-1)
                        .text("WAVE")
                        .chunk("ds64", new Bytes().u64le(0).u64le(176_400).u64le(0))
                        .chunk("fmt ", CD)
                        .text("data")
                        .u32(-1)
                        .zeros(100),
                wave(new Bytes()
                        .chunk("fmt ", extensible())
                        .chunk("bext", bext())
                        .chunk("data", new Bytes().zeros(9))));
    }

    @Test
    void pcm_lasts_its_bytes_by_its_rate() {
        MediaFacts facts =
                Readings.facts(wave(new Bytes().chunk("fmt ", CD).chunk("data", new Bytes().zeros(176_400))));
        AudioShape shape = shape(facts);
        assertThat(facts.contentType()).isEqualTo("audio/x-wav");
        assertThat(facts.playback().duration()).hasValue(Duration.ofSeconds(1));
        assertThat(shape.channels()).hasValue(2);
        assertThat(shape.sampleRate()).hasValue(44100);
        assertThat(shape.bitsPerSample()).hasValue(16);
    }

    @Test
    void compressed_formats_count_their_samples() {
        Bytes file = wave(new Bytes()
                .chunk("fmt ", format(0x11, 1, 44100, 4))
                .chunk("fact", new Bytes().u32le(22050))
                .chunk("data", new Bytes().zeros(9000)));
        Track track = Readings.facts(file).playback().tracks().get(0);
        assertThat(track.duration()).hasValue(Duration.ofMillis(500));
        assertThat(track.codec()).hasValue("adpcm");
        assertThat(track.audio().orElseThrow().bitsPerSample()).isEmpty();
    }

    @Test
    void the_extensible_format_tells_its_real_one() {
        MediaFacts facts =
                Readings.facts(wave(new Bytes().chunk("fmt ", extensible()).chunk("data", new Bytes())));
        assertThat(facts.playback().tracks().get(0).codec()).hasValue("pcm");
        assertThat(shape(facts).bitsPerSample()).hasValue(20);
    }

    @Test
    void a_length_left_open_goes_to_the_end() {
        Bytes file = wave(new Bytes().chunk("fmt ", CD).text("data").u32(-1).zeros(176_400));
        assertThat(Readings.facts(file).playback().duration()).hasValue(Duration.ofSeconds(1));
    }

    @Test
    void a_length_beyond_the_end_is_cut_there() {
        Bytes file = wave(
                new Bytes().chunk("fmt ", CD).text("data").u32le(999_999_999).zeros(176_400));
        assertThat(Readings.facts(file).playback().duration()).hasValue(Duration.ofSeconds(1));
    }

    @Test
    void words_behind_the_data_are_hopped_to() {
        Bytes file = wave(new Bytes()
                .chunk("fmt ", CD)
                .chunk("data", new Bytes().zeros(1_764_001))
                .chunk("LIST", info()));
        CountingSource source = new CountingSource(file.array());
        MediaFacts facts = (MediaFacts) new ContainerReader().read(source);
        assertThat(facts.description().title()).hasValue("Geräusch");
        assertThat(source.calls()).isEqualTo(2);
    }

    @Test
    void a_broadcast_file_tells_when_it_was_recorded_but_not_in_which_zone() {
        MediaFacts facts = Readings.facts(
                wave(new Bytes().chunk("fmt ", CD).chunk("bext", bext()).chunk("data", new Bytes().zeros(4))));
        assertThat(facts.origin().captured()).hasValueSatisfying(time -> {
            assertThat(time.local()).isEqualTo(LocalDateTime.of(2024, 5, 31, 12, 30));
            assertThat(time.resolvedBy()).isEqualTo(ZoneResolution.NONE);
        });
    }

    @Test
    void without_a_format_it_is_malformed() {
        assertThat(Readings.failure(wave(new Bytes().chunk("data", new Bytes().zeros(4))))
                        .code())
                .isEqualTo(FailureCode.MALFORMED);
    }

    private static AudioShape shape(MediaFacts facts) {
        return facts.playback().tracks().get(0).audio().orElseThrow();
    }

    private static Bytes wave(Bytes chunks) {
        return Bytes.of("RIFF").u32le(chunks.length() + 4L).text("WAVE").add(chunks);
    }

    private static Bytes format(int tag, int channels, int rate, int bits) {
        int frame = Math.max(1, channels * bits / 8);
        return new Bytes()
                .u16le(tag)
                .u16le(channels)
                .u32le(rate)
                .u32le((long) rate * frame)
                .u16le(frame)
                .u16le(bits);
    }

    private static Bytes extensible() {
        return format(0xfffe, 6, 48000, 24)
                .u16le(22)
                .u16le(20)
                .u32le(0x3f)
                .u16le(1)
                .zeros(14);
    }

    private static Bytes info() {
        return Bytes.of("INFO").chunk("INAM", MovieFixture.utf8("Geräusch\0")).chunk("ISFT", Bytes.of("Test"));
    }

    private static Bytes bext() {
        return new Bytes().zeros(320).text("2024-05-31").text("12:30:00").zeros(300);
    }
}

package org.mediaenricher.media.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mediaenricher.media.AudioShape;
import org.mediaenricher.media.MediaFacts;
import org.mediaenricher.media.Track;

class MpegAudioReaderTest extends ReaderContract {
    private static final double FRAME = 1152 / 44100.0;

    @Override
    List<Bytes> samples() {
        return List.of(
                AudioSamples.mp3(4),
                xing("Xing", 100, 0x0f, 0x240_240).add(AudioSamples.mp3(2)),
                vbri(100).add(AudioSamples.mp3(2)),
                AudioSamples.mp3(3).add(id3v1()));
    }

    @Test
    void short_recordings_are_counted_frame_by_frame() {
        MediaFacts facts = Readings.facts(AudioSamples.mp3(50));
        assertThat(facts.contentType()).isEqualTo("audio/mpeg");
        assertThat(seconds(facts)).isCloseTo(50 * FRAME, within(0.001));
        Track track = facts.playback().tracks().get(0);
        AudioShape shape = track.audio().orElseThrow();
        assertThat(track.codec()).hasValue("mp3");
        assertThat(shape.channels()).hasValue(2);
        assertThat(shape.sampleRate()).hasValue(44100);
    }

    @Test
    void frames_of_changing_length_are_counted_too() {
        Bytes bytes = new Bytes();
        for (int i = 0; i < 40; i++) {
            bytes.add(i % 2 == 0 ? AudioSamples.mp3Frame(9, 417) : AudioSamples.mp3Frame(1, 104));
        }
        assertThat(seconds(Readings.facts(bytes))).isCloseTo(40 * FRAME, within(0.001));
    }

    @Test
    void a_long_recording_is_reckoned_from_its_beginning() {
        CountingSource source = new CountingSource(AudioSamples.mp3(5000).array());
        MediaFacts facts = (MediaFacts) new ContainerReader().read(source);
        assertThat(seconds(facts)).isCloseTo(5000 * FRAME, within(0.1));
        assertThat(facts.playback().tracks().get(0).bitRate().orElseThrow()).isBetween(127_000L, 129_000L);
        assertThat(source.calls()).isEqualTo(2);
    }

    @Test
    void rubbish_behind_the_frames_counts_nothing() {
        Bytes bytes = AudioSamples.mp3(50).add(new Bytes().zeros(200_000));
        assertThat(seconds(Readings.facts(bytes))).isCloseTo(50 * FRAME, within(0.001));
    }

    @Test
    void rubbish_between_the_frames_is_passed_over() {
        Bytes bytes = AudioSamples.mp3(10).add(new Bytes().zeros(777)).add(AudioSamples.mp3(10));
        assertThat(seconds(Readings.facts(bytes))).isCloseTo(20 * FRAME, within(0.001));
    }

    @Test
    void rubbish_before_the_frames_is_passed_over() {
        Bytes bytes = new Bytes().zeros(1000).add(AudioSamples.mp3(10));
        assertThat(Readings.facts(bytes).contentType()).isEqualTo("audio/mpeg");
    }

    @ParameterizedTest
    @CsvSource({"Xing", "Info"})
    void the_encoders_count_tells_the_duration(String magic) {
        MediaFacts facts = Readings.facts(xing(magic, 1000, 1, 0).add(AudioSamples.mp3(2)));
        assertThat(seconds(facts)).isCloseTo(1000 * FRAME, within(0.001));
    }

    @Test
    void what_the_encoder_put_around_the_sound_is_left_out() {
        MediaFacts facts =
                Readings.facts(xing("Info", 100, 0x0f, 576 << 12 | 1000).add(AudioSamples.mp3(2)));
        assertThat(seconds(facts)).isCloseTo((100 * 1152 - 1576) / 44100.0, within(0.001));
    }

    @Test
    void another_encoders_count_tells_the_duration() {
        assertThat(seconds(Readings.facts(vbri(500).add(AudioSamples.mp3(2))))).isCloseTo(500 * FRAME, within(0.001));
    }

    @Test
    void a_tag_at_the_end_tells_the_title() {
        MediaFacts facts = Readings.facts(AudioSamples.mp3(3).add(id3v1()));
        assertThat(facts.description().title()).hasValue("Ein Lied");
        assertThat(facts.raw().get(0).name()).isEqualTo("id3v1");
    }

    @ParameterizedTest
    @CsvSource({
        "fffb9064, 417, 1152, 44100, mp3",
        "fff39064, 261, 576, 22050, mp3",
        "ffe39064, 522, 576, 11025, mp3",
        "fffd9064, 522, 1152, 44100, mp2",
        "ffff9064, 312, 384, 44100, mp1"
    })
    void a_frame_header_tells_length_and_samples(String hex, int length, int samples, int rate, String codec) {
        byte[] header = new Bytes().u32(Long.parseLong(hex, 16)).array();
        ByteWindow window = new ByteWindow(new ArraySource(header), new BlockPool(), Limits.DEFAULT);
        AudioFrame frame = MpegAudioReader.FRAMES.at(window, 0);
        assertThat(frame.length()).isEqualTo(length);
        assertThat(frame.samples()).isEqualTo(samples);
        assertThat(frame.sampleRate()).isEqualTo(rate);
        assertThat(frame.codec()).isEqualTo(codec);
    }

    /** A first frame with an encoder's header: frames, then by the flags bytes, table, quality, and LAME's part. */
    private static Bytes xing(String magic, int frames, int flags, int gaps) {
        Bytes header = Bytes.of(magic).u32(flags).u32(frames);
        if (flags == 0x0f) {
            header.u32(frames * 417L)
                    .zeros(104)
                    .text("LAME3.100")
                    .zeros(12)
                    .u24(gaps)
                    .zeros(20);
        }
        return new Bytes().u32(0xfffb9000L).zeros(32).add(header).zeros(417 - 36 - header.length());
    }

    private static Bytes vbri(int frames) {
        Bytes header = Bytes.of("VBRI").u16(1).u16(0).u16(0).u32(frames * 417L).u32(frames);
        return new Bytes().u32(0xfffb9000L).zeros(32).add(header).zeros(417 - 36 - header.length());
    }

    private static Bytes id3v1() {
        return Bytes.of("TAG")
                .text("Ein Lied")
                .zeros(22)
                .zeros(30)
                .zeros(30)
                .text("1999")
                .zeros(31);
    }

    private static double seconds(MediaFacts facts) {
        return facts.playback().duration().orElse(Duration.ZERO).toNanos() / 1e9;
    }
}

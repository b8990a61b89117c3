package org.mediaenricher.media.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mediaenricher.media.FailureCode;
import org.mediaenricher.media.MediaFacts;
import org.mediaenricher.media.Picture;
import org.mediaenricher.media.Size;
import org.mediaenricher.media.Track;
import org.mediaenricher.media.TrackKind;

class OggReaderTest extends ReaderContract {
    private static final Bytes VORBIS = Bytes.of("\u0001vorbis")
            .u32le(0)
            .u8(2)
            .u32le(44100)
            .u32le(0)
            .u32le(112_000)
            .u32le(0)
            .u8(0xb8, 1);
    private static final Bytes OPUS =
            Bytes.of("OpusHead").u8(1, 6).u16le(312).u32le(44100).u16le(0).u8(0);
    private static final Bytes THEORA = Bytes.of("\u0080theora")
            .u8(3, 2, 1)
            .u16(4)
            .u16(3)
            .u24(60)
            .u24(40)
            .u16(0)
            .u32(25)
            .u32(1)
            .zeros(10)
            .u16(6 << 5);

    @Override
    List<Bytes> samples() {
        return List.of(
                vorbis(88200),
                opus(96_312),
                flac(),
                page(2, 0, 7, THEORA)
                        .add(page(0, 0, 7, comment("\u0081theora")))
                        .add(page(4, 1 << 6 | 24, 7, new Bytes().zeros(20))));
    }

    @Test
    void vorbis_tells_shape_words_and_duration() {
        MediaFacts facts = Readings.facts(vorbis(88200));
        Track track = facts.playback().tracks().get(0);
        assertThat(facts.contentType()).isEqualTo("audio/ogg");
        assertThat(track.codec()).hasValue("vorbis");
        assertThat(track.bitRate()).hasValue(112_000);
        assertThat(track.audio().orElseThrow().channels()).hasValue(2);
        assertThat(facts.playback().duration()).hasValue(Duration.ofSeconds(2));
        assertThat(facts.description().title()).hasValue("Lied");
    }

    @Test
    void opus_counts_48_000_a_second_and_leaves_out_its_beginning() {
        MediaFacts facts = Readings.facts(opus(96_312));
        assertThat(facts.playback().duration()).hasValue(Duration.ofSeconds(2));
        assertThat(facts.playback().tracks().get(0).audio().orElseThrow().sampleRate())
                .hasValue(48000);
    }

    @Test
    void flac_is_known_in_ogg() {
        Track track = Readings.facts(flac()).playback().tracks().get(0);
        assertThat(track.codec()).hasValue("flac");
        assertThat(track.audio().orElseThrow().bitsPerSample()).hasValue(24);
    }

    @Test
    void theora_is_video_and_shows_a_part_of_its_blocks() {
        MediaFacts facts = Readings.facts(
                page(2, 0, 1, THEORA).add(page(2, 0, 2, VORBIS)).add(page(4, 2 << 6 | 48, 1, new Bytes().zeros(20))));
        Picture picture = facts.appearance().picture().orElseThrow();
        assertThat(facts.contentType()).isEqualTo("video/ogg");
        assertThat(picture.encoded()).isEqualTo(new Size(64, 48));
        assertThat(picture.shown()).isEqualTo(new Size(60, 40));
        assertThat(facts.playback().duration()).hasValue(Duration.ofSeconds(2));
        assertThat(facts.playback().tracks()).extracting(Track::kind).containsExactly(TrackKind.VIDEO, TrackKind.AUDIO);
    }

    @Test
    void the_last_page_takes_one_more_read() {
        Bytes file = page(2, 0, 1, VORBIS);
        for (int i = 1; i <= 40; i++) {
            file.add(page(0, i * 44100L, 1, new Bytes().zeros(20_000)));
        }
        CountingSource source = new CountingSource(file.array());
        MediaFacts facts = (MediaFacts) new ContainerReader().read(source);
        assertThat(facts.playback().duration()).hasValue(Duration.ofSeconds(40));
        assertThat(source.calls()).isEqualTo(2);
    }

    @Test
    void comments_over_several_pages_are_put_together() {
        Bytes comment = Bytes.of("\u0003vorbis").add(AudioSamples.comments("TITLE=" + "x".repeat(600)));
        byte[] whole = comment.array();
        Bytes front = new Bytes().add(java.util.Arrays.copyOf(whole, 510));
        Bytes back = new Bytes().add(java.util.Arrays.copyOfRange(whole, 510, whole.length));
        Bytes file = page(2, 0, 1, VORBIS)
                .add(unfinishedPage(front))
                .add(page(1, 0, 1, back))
                .add(page(4, 44100, 1, new Bytes().zeros(5)));
        assertThat(Readings.facts(file).description().title()).hasValue("x".repeat(600));
    }

    @Test
    void a_page_of_another_stream_or_without_a_position_tells_no_duration() {
        Bytes file = vorbis(88200)
                .add(page(0, -1, 1, new Bytes().zeros(9)))
                .add(page(0, 1_000_000, 99, new Bytes().zeros(9)));
        assertThat(Readings.facts(file).playback().duration()).hasValue(Duration.ofSeconds(2));
    }

    @Test
    void unknown_streams_are_unsupported() {
        assertThat(Readings.failure(page(2, 0, 1, Bytes.of("mystery"))).code()).isEqualTo(FailureCode.UNSUPPORTED);
    }

    private static Bytes vorbis(long samples) {
        return page(2, 0, 1, VORBIS)
                .add(page(0, 0, 1, comment("\u0003vorbis")))
                .add(page(4, samples, 1, new Bytes().zeros(30)));
    }

    private static Bytes opus(long position) {
        return page(2, 0, 1, OPUS)
                .add(page(0, 0, 1, comment("OpusTags")))
                .add(page(4, position, 1, new Bytes().zeros(30)));
    }

    private static Bytes flac() {
        Bytes head = Bytes.of("\u007fFLAC").u8(1, 0).u16(1).text("fLaC").u32(0x22);
        return page(2, 0, 1, head.add(AudioSamples.streamInfo(48000, 2, 24, 48000)))
                .add(page(0, 0, 1, new Bytes().u32(0x84000010).add(AudioSamples.comments("a=b"))))
                .add(page(4, 48000, 1, new Bytes().zeros(30)));
    }

    private static Bytes comment(String magic) {
        return Bytes.of(magic).add(AudioSamples.comments("TITLE=Lied"));
    }

    /** A page with one packet that ends in it. */
    private static Bytes page(int flags, long position, int serial, Bytes packet) {
        int full = packet.length() / 255;
        Bytes table = new Bytes();
        for (int i = 0; i < full; i++) {
            table.u8(255);
        }
        return head(flags, position, serial, full + 1)
                .add(table)
                .u8(packet.length() % 255)
                .add(packet);
    }

    /** A page whose packet goes on in the next one; its length is a multiple of 255. */
    private static Bytes unfinishedPage(Bytes part) {
        Bytes table = new Bytes();
        for (int i = 0; i < part.length() / 255; i++) {
            table.u8(255);
        }
        return head(0, -1, 1, table.length()).add(table).add(part);
    }

    private static Bytes head(int flags, long position, int serial, int segments) {
        return Bytes.of("OggS")
                .u8(0, flags)
                .u64le(position)
                .u32le(serial)
                .u32le(0)
                .u32le(0)
                .u8(segments);
    }
}

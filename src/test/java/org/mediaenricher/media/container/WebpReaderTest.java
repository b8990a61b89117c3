package org.mediaenricher.media.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mediaenricher.media.FailureCode;
import org.mediaenricher.media.MediaFacts;
import org.mediaenricher.media.Size;

class WebpReaderTest extends ReaderContract {
    private static final Bytes LOSSY =
            Bytes.of(0x30, 0x01, 0x00, 0x9d, 0x01, 0x2a).u16le(40).u16le(30);

    @Override
    List<Bytes> samples() {
        return List.of(
                webp(new Bytes().chunk("VP8 ", LOSSY)),
                webp(new Bytes().chunk("VP8L", lossless(40, 30))),
                webp(extended(0x0c, 40, 30)
                        .chunk("VP8 ", LOSSY)
                        .chunk("EXIF", new ExifFixture().orientation(6).tiff())
                        .chunk("XMP ", XmpFixture.author())),
                animation(3));
    }

    @Test
    void a_lossy_key_frame_tells_the_size() {
        MediaFacts facts = Readings.facts(webp(new Bytes().chunk("VP8 ", LOSSY)));
        assertThat(facts.contentType()).isEqualTo("image/webp");
        assertThat(shown(facts)).isEqualTo(new Size(40, 30));
    }

    @Test
    void a_lossless_header_tells_the_size() {
        assertThat(shown(Readings.facts(webp(new Bytes().chunk("VP8L", lossless(16384, 3))))))
                .isEqualTo(new Size(16384, 3));
    }

    @Test
    void exif_and_xmp_behind_the_pixels_are_hopped_to() {
        Bytes webp = webp(extended(0x0c, 40, 30)
                .chunk("VP8 ", new Bytes().add(LOSSY).zeros(1 << 20))
                .chunk("EXIF", new ExifFixture().orientation(6).tiff())
                .chunk("XMP ", XmpFixture.author()));
        CountingSource source = new CountingSource(webp.array());
        MediaFacts facts = (MediaFacts) new ContainerReader().read(source);
        assertThat(shown(facts)).isEqualTo(new Size(30, 40));
        assertThat(facts.description().rating()).hasValue(4);
        assertThat(source.calls()).isEqualTo(2);
    }

    @Test
    void nothing_is_fetched_behind_a_header_that_promises_no_metadata() {
        Bytes webp =
                webp(extended(0, 40, 30).chunk("VP8 ", new Bytes().add(LOSSY).zeros(1 << 20)));
        CountingSource source = new CountingSource(webp.array());
        new ContainerReader().read(source);
        assertThat(source.calls()).isEqualTo(1);
    }

    @Test
    void frames_and_their_time_are_counted() {
        MediaFacts facts = Readings.facts(animation(5));
        assertThat(facts.appearance().frames().frames()).hasValue(5);
        assertThat(facts.appearance().frames().plays()).hasValue(2);
        assertThat(facts.playback().duration()).contains(Duration.ofMillis(200));
    }

    @Test
    void an_unknown_first_chunk_is_malformed() {
        assertThat(Readings.failure(webp(new Bytes().chunk("ABCD", Bytes.of(1, 2))))
                        .code())
                .isEqualTo(FailureCode.MALFORMED);
    }

    private static Bytes animation(int frames) {
        Bytes chunks = extended(0x02, 40, 30).chunk("ANIM", new Bytes().u32le(0).u16le(2));
        for (int i = 0; i < frames; i++) {
            chunks.chunk("ANMF", new Bytes().zeros(12).u24le(40).u8(0).chunk("VP8 ", LOSSY));
        }
        return webp(chunks);
    }

    private static Bytes extended(int flags, int width, int height) {
        return new Bytes()
                .chunk("VP8X", Bytes.of(flags, 0, 0, 0).u24le(width - 1).u24le(height - 1));
    }

    private static Bytes lossless(int width, int height) {
        return Bytes.of(0x2f).u32le((width - 1) | (long) (height - 1) << 14);
    }

    private static Bytes webp(Bytes chunks) {
        return Bytes.of("RIFF").u32le(4 + chunks.length()).text("WEBP").add(chunks);
    }

    private static Size shown(MediaFacts facts) {
        return facts.appearance().picture().orElseThrow().shown();
    }
}

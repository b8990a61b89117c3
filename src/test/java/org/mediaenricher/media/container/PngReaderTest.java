package org.mediaenricher.media.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.mediaenricher.media.FailureCode;
import org.mediaenricher.media.Frames;
import org.mediaenricher.media.MediaFacts;
import org.mediaenricher.media.Size;

class PngReaderTest extends ReaderContract {
    @Override
    List<Bytes> samples() {
        return List.of(
                PngFixture.of(40, 30)
                        .chunk("acTL", new Bytes().u32(3).u32(0))
                        .chunk("eXIf", new ExifFixture().orientation(6).tiff())
                        .chunk("tEXt", Bytes.of("Title\0A title"))
                        .pixels(1, 10)
                        .bytes(),
                PngFixture.of(40, 30).pixels(4, 10).xmp(XmpFixture.author()).bytes());
    }

    @Test
    void the_header_tells_the_size() {
        MediaFacts facts = Readings.facts(PngFixture.of(40, 30).pixels(1, 1).bytes());
        assertThat(facts.contentType()).isEqualTo("image/png");
        assertThat(shown(facts)).isEqualTo(new Size(40, 30));
        assertThat(facts.appearance().frames()).isEqualTo(Frames.SINGLE);
    }

    @Test
    void an_exif_chunk_turns_the_picture() {
        Bytes png = PngFixture.of(40, 30)
                .chunk("eXIf", new ExifFixture().orientation(6).tiff())
                .pixels(1, 1)
                .bytes();
        assertThat(shown(Readings.facts(png))).isEqualTo(new Size(30, 40));
    }

    @Test
    void an_animation_control_chunk_makes_it_an_apng() {
        MediaFacts facts = Readings.facts(PngFixture.of(4, 3)
                .chunk("acTL", new Bytes().u32(12).u32(0))
                .pixels(1, 1)
                .bytes());
        assertThat(facts.contentType()).isEqualTo("image/apng");
        assertThat(facts.appearance().frames().frames()).hasValue(12);
        assertThat(facts.appearance().frames().plays()).hasValue(0);
        assertThat(facts.tags()).contains("animated");
    }

    @Test
    void code_points_of_a_pq_transfer_make_it_hdr() {
        Bytes png = PngFixture.of(4, 3)
                .chunk("cICP", Bytes.of(9, 16, 0, 1))
                .pixels(1, 1)
                .bytes();
        assertThat(Readings.facts(png).appearance().hdr()).isTrue();
    }

    @Test
    void metadata_behind_many_pixel_chunks_is_found_without_walking_them() {
        Bytes png =
                PngFixture.of(4, 3).pixels(300, 8192).xmp(XmpFixture.author()).bytes();
        CountingSource source = new CountingSource(png.array());
        MediaFacts facts = (MediaFacts) new ContainerReader().read(source);
        assertThat(facts.description().title()).contains("A title");
        assertThat(source.calls()).isEqualTo(2);
    }

    @Test
    void compressed_xmp_is_inflated() {
        MediaFacts facts = Readings.facts(PngFixture.of(4, 3)
                .compressedXmp(deflated(XmpFixture.author().array()))
                .pixels(1, 1)
                .bytes());
        assertThat(facts.description().keywords()).contains("Sea");
    }

    @Test
    void text_that_inflates_without_end_is_left_out() {
        Bytes png = PngFixture.of(4, 3)
                .compressedXmp(deflated(new byte[32 << 20]))
                .pixels(1, 1)
                .bytes();
        assertThat(Readings.facts(png).description().keywords()).isEmpty();
    }

    @Test
    void a_gigantic_picture_is_refused_from_its_header() {
        assertThat(Readings.failure(PngFixture.of(16_000, 16_000).bytes()).code())
                .isEqualTo(FailureCode.TOO_LARGE);
    }

    @Test
    void a_picture_without_a_side_is_malformed() {
        assertThat(Readings.failure(PngFixture.of(0, 30).bytes()).code()).isEqualTo(FailureCode.MALFORMED);
    }

    private static byte[] deflated(byte[] text) {
        Deflater deflater = new Deflater();
        deflater.setInput(text);
        deflater.finish();
        byte[] out = new byte[text.length + 100];
        byte[] compressed = Arrays.copyOf(out, 0);
        while (!deflater.finished()) {
            int length = deflater.deflate(out);
            int before = compressed.length;
            compressed = Arrays.copyOf(compressed, before + length);
            System.arraycopy(out, 0, compressed, before, length);
        }
        deflater.end();
        return compressed;
    }

    private static Size shown(MediaFacts facts) {
        return facts.appearance().picture().orElseThrow().shown();
    }
}

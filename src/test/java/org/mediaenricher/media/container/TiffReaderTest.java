package org.mediaenricher.media.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mediaenricher.media.FailureCode;
import org.mediaenricher.media.MediaFacts;
import org.mediaenricher.media.Picture;
import org.mediaenricher.media.Size;

class TiffReaderTest extends ReaderContract {
    @Override
    List<Bytes> samples() {
        return List.of(
                sized(ExifFixture.camera(), 40, 30)
                        .image(700, 1, XmpFixture.author().length(), XmpFixture.author())
                        .image(33723, 7, 12, JpegFixture.dataset(25, "harbour"))
                        .tiff(),
                pages(3, 0),
                big());
    }

    @Test
    void size_orientation_and_camera_stand_in_the_first_directory() {
        MediaFacts facts = Readings.facts(sized(ExifFixture.camera(), 40, 30).tiff());
        Picture picture = facts.appearance().picture().orElseThrow();
        assertThat(facts.contentType()).isEqualTo("image/tiff");
        assertThat(picture.encoded()).isEqualTo(new Size(40, 30));
        assertThat(picture.shown()).isEqualTo(new Size(30, 40));
        assertThat(facts.origin().camera().make()).contains("Acme");
        assertThat(facts.appearance().frames().pages()).hasValue(1);
    }

    @Test
    void xmp_and_iptc_stand_in_tags() {
        MediaFacts facts = Readings.facts(samples().get(0));
        assertThat(facts.description().keywords()).contains("Sea", "harbour");
    }

    @Test
    void pages_are_counted_and_thumbnails_are_not() {
        assertThat(Readings.facts(pages(3, 0)).appearance().frames().pages()).hasValue(3);
        assertThat(Readings.facts(pages(3, 1)).appearance().frames().pages()).hasValue(2);
    }

    @Test
    void several_pages_are_a_tag() {
        assertThat(Readings.facts(pages(3, 0)).tags()).contains("multi-page");
    }

    @Test
    void a_big_tiff_is_read() {
        MediaFacts facts = Readings.facts(big());
        assertThat(facts.appearance().picture().orElseThrow().shown()).isEqualTo(new Size(30, 40));
    }

    @Test
    void directories_that_lead_in_a_circle_are_refused() {
        Bytes circle =
                Bytes.of("II").u16le(42).u32le(8).add(directory(40, 30, 0)).u32le(8);
        assertThat(Readings.failure(circle).code()).isEqualTo(FailureCode.MALFORMED);
    }

    @Test
    void a_gigantic_picture_is_refused() {
        assertThat(Readings.failure(sized(new ExifFixture(), 65_000, 65_000).tiff())
                        .code())
                .isEqualTo(FailureCode.TOO_LARGE);
    }

    private static ExifFixture sized(ExifFixture exif, int width, int height) {
        return exif.image(256, 4, 1, new Bytes().u32le(width)).image(257, 4, 1, new Bytes().u32le(height));
    }

    /** Directories in a chain, the last ones of them reduced pictures. */
    private static Bytes pages(int count, int reduced) {
        Bytes tiff = Bytes.of("II").u16le(42).u32le(8);
        for (int page = 1; page <= count; page++) {
            tiff.add(directory(40, 30, page > count - reduced ? 1 : 0));
            tiff.u32le(page == count ? 0 : tiff.length() + 4);
        }
        return tiff;
    }

    private static Bytes directory(int width, int height, int subfileType) {
        return new Bytes()
                .u16le(3)
                .add(entry(254, subfileType))
                .add(entry(256, width))
                .add(entry(257, height));
    }

    private static Bytes entry(int tag, int value) {
        return new Bytes().u16le(tag).u16le(4).u32le(1).u32le(value);
    }

    private static Bytes big() {
        Bytes tiff = Bytes.of("MM").u16(43).u16(8).u16(0).u64(16).u64(3);
        tiff.u16(256).u16(3).u64(1).u16(40).zeros(6);
        tiff.u16(257).u16(3).u64(1).u16(30).zeros(6);
        tiff.u16(274).u16(3).u64(1).u16(8).zeros(6);
        return tiff.u64(0);
    }
}

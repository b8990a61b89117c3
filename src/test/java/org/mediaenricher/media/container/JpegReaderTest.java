package org.mediaenricher.media.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mediaenricher.media.CaptureTime;
import org.mediaenricher.media.FailureCode;
import org.mediaenricher.media.GpsPosition;
import org.mediaenricher.media.MediaFacts;
import org.mediaenricher.media.OrientationSource;
import org.mediaenricher.media.Picture;
import org.mediaenricher.media.Size;
import org.mediaenricher.media.ZoneResolution;

class JpegReaderTest extends ReaderContract {
    @Override
    List<Bytes> samples() {
        Bytes iptc = JpegFixture.dataset(25, "harbour").add(JpegFixture.dataset(55, "20240531"));
        Bytes index = Bytes.of("MPF\0II").u16le(42).u32le(8).u16le(1);
        index.u16le(0xb001).u16le(4).u32le(1).u32le(2).u32le(0);
        return List.of(
                new JpegFixture().exif(ExifFixture.camera()).frame(4000, 3000).bytes(),
                new JpegFixture()
                        .xmp(XmpFixture.author())
                        .iptc(iptc)
                        .segment(0xe2, index)
                        .segment(0xfe, Bytes.of("a comment"))
                        .frame(300, 400)
                        .bytes());
    }

    @Test
    void the_size_shown_has_the_orientation_applied() {
        Picture picture = picture(new JpegFixture().exif(ExifFixture.camera()).frame(4000, 3000));
        assertThat(picture.encoded()).isEqualTo(new Size(4000, 3000));
        assertThat(picture.shown()).isEqualTo(new Size(3000, 4000));
        assertThat(picture.orientation().rotation()).isEqualTo(90);
        assertThat(picture.orientationSource()).isEqualTo(OrientationSource.EXIF);
    }

    @Test
    void an_orientation_that_is_none_of_the_eight_is_none() {
        Picture picture =
                picture(new JpegFixture().exif(new ExifFixture().orientation(9)).frame(40, 30));
        assertThat(picture.shown()).isEqualTo(new Size(40, 30));
        assertThat(picture.orientationSource()).isEqualTo(OrientationSource.NONE);
    }

    @Test
    void a_capture_time_with_its_offset_is_an_instant() {
        CaptureTime captured = captured(ExifFixture.camera());
        assertThat(captured.local()).isEqualTo(LocalDateTime.parse("2024-05-31T12:30:15.25"));
        assertThat(captured.instant()).contains(Instant.parse("2024-05-31T10:30:15.25Z"));
        assertThat(captured.resolvedBy()).isEqualTo(ZoneResolution.OFFSET_TAG);
    }

    @Test
    void a_capture_time_without_an_offset_is_no_instant() {
        CaptureTime captured = captured(new ExifFixture().exif(0x9003, "2024:05:31 12:30:15"));
        assertThat(captured.instant()).isEmpty();
        assertThat(captured.resolvedBy()).isEqualTo(ZoneResolution.NONE);
    }

    @Test
    void an_empty_clock_and_the_time_of_the_last_change_are_no_capture_time() {
        ExifFixture exif =
                new ExifFixture().image(0x0132, "2024:05:31 12:30:15").exif(0x9003, "0000:00:00 00:00:00");
        assertThat(facts(new JpegFixture().exif(exif).frame(4, 3)).origin().captured())
                .isEmpty();
    }

    @Test
    void camera_and_exposure_are_read() {
        MediaFacts facts = facts(new JpegFixture().exif(ExifFixture.camera()).frame(4, 3));
        assertThat(facts.origin().camera().make()).contains("Acme");
        assertThat(facts.origin().camera().model()).contains("Box 1");
        assertThat(facts.origin().camera().lens()).contains("Acme 50mm");
        assertThat(facts.origin().exposure().seconds()).hasValue(0.005);
        assertThat(facts.origin().exposure().aperture()).hasValue(2.8);
        assertThat(facts.origin().exposure().iso()).hasValue(400);
        assertThat(facts.origin().exposure().focalLength()).hasValue(50);
    }

    @Test
    void zero_degrees_are_a_place() {
        ExifFixture exif = new ExifFixture()
                .gps(1, 2, 2, Bytes.of("N\0"))
                .gps(2, 5, 1, ExifFixture.rational(0, 1))
                .gps(3, 2, 2, Bytes.of("E\0"))
                .gps(4, 5, 1, ExifFixture.rational(0, 1));
        GpsPosition place = facts(new JpegFixture().exif(exif).frame(4, 3))
                .origin()
                .position()
                .orElseThrow();
        assertThat(place.latitude()).isZero();
        assertThat(place.longitude()).isZero();
    }

    @Test
    void south_and_west_are_negative() {
        ExifFixture exif = new ExifFixture().place("S", 33, "W", 70);
        GpsPosition place = facts(new JpegFixture().exif(exif).frame(4, 3))
                .origin()
                .position()
                .orElseThrow();
        assertThat(place.latitude()).isCloseTo(-33.5, within(1e-9));
        assertThat(place.longitude()).isCloseTo(-70.5, within(1e-9));
    }

    @Test
    void degrees_without_their_reference_are_no_place() {
        ExifFixture exif = new ExifFixture().place("", 33, "", 70);
        assertThat(facts(new JpegFixture().exif(exif).frame(4, 3)).origin().position())
                .isEmpty();
    }

    @Test
    void what_the_author_wrote_is_taken_from_xmp_and_iptc() {
        Bytes iptc = JpegFixture.dataset(25, "harbour").add(JpegFixture.dataset(25, "Sea"));
        MediaFacts facts =
                facts(new JpegFixture().iptc(iptc).xmp(XmpFixture.author()).frame(4, 3));
        assertThat(facts.description().keywords()).containsExactly("Sea", "caf\u00e9 & bar", "harbour");
        assertThat(facts.description().subjects()).containsExactly("Places|Italy");
        assertThat(facts.description().title()).contains("A title");
        assertThat(facts.description().caption()).contains("A caption");
        assertThat(facts.description().rating()).hasValue(4);
    }

    @Test
    void a_gain_map_makes_it_hdr() {
        Bytes xmp = XmpFixture.packet("<hdrgm:Version>1.0</hdrgm:Version>");
        assertThat(facts(new JpegFixture().xmp(xmp).frame(4, 3)).appearance().hdr())
                .isTrue();
    }

    @Test
    void a_header_that_promises_a_gigantic_picture_is_refused() {
        assertThat(Readings.failure(new JpegFixture().frame(65535, 65535).bytes())
                        .code())
                .isEqualTo(FailureCode.TOO_LARGE);
    }

    @Test
    void a_jpeg_without_a_frame_is_malformed() {
        assertThat(Readings.failure(new JpegFixture().bytes()).code()).isEqualTo(FailureCode.MALFORMED);
    }

    @Test
    void fill_bytes_between_segments_are_passed_over() {
        Bytes jpeg = Bytes.of(0xff, 0xd8, 0xff, 0xff, 0xff, 0xc0)
                .u16(17)
                .u8(8)
                .u16(30)
                .u16(40)
                .u8(3)
                .zeros(9);
        assertThat(Readings.facts(jpeg).appearance().picture().orElseThrow().encoded())
                .isEqualTo(new Size(40, 30));
    }

    @Test
    void directories_that_lead_in_a_circle_end() {
        Bytes circle = Bytes.of("II")
                .u16le(42)
                .u32le(8)
                .u16le(1)
                .u16le(0x8769)
                .u16le(4)
                .u32le(1)
                .u32le(8)
                .u32le(8);
        Bytes jpeg = new JpegFixture()
                .segment(0xe1, Bytes.of("Exif\0\0").add(circle))
                .frame(4, 3)
                .bytes();
        assertThat(Readings.facts(jpeg).contentType()).isEqualTo("image/jpeg");
    }

    private static MediaFacts facts(JpegFixture jpeg) {
        return Readings.facts(jpeg.bytes());
    }

    private static Picture picture(JpegFixture jpeg) {
        return facts(jpeg).appearance().picture().orElseThrow();
    }

    private static CaptureTime captured(ExifFixture exif) {
        return facts(new JpegFixture().exif(exif).frame(4, 3))
                .origin()
                .captured()
                .orElseThrow();
    }
}

package org.mediaenricher.media.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mediaenricher.media.FailureCode;
import org.mediaenricher.media.MediaFacts;
import org.mediaenricher.media.OrientationSource;
import org.mediaenricher.media.Picture;
import org.mediaenricher.media.Size;

class HeifReaderTest extends ReaderContract {
    @Override
    List<Bytes> samples() {
        return List.of(
                HeifFixture.of("heic", 40, 30)
                        .property(
                                "clap",
                                new Bytes().u32(38).u32(1).u32(28).u32(1).zeros(16))
                        .property("irot", Bytes.of(3))
                        .property("imir", Bytes.of(1))
                        .property("colr", Bytes.of("nclx").u16(9).u16(16).u16(9).u8(0x80))
                        .property("auxC", Bytes.of("\0\0\0\0urn:com:apple:photo:2020:aux:hdrgainmap\0"))
                        .exif(ExifFixture.camera())
                        .xmp(XmpFixture.author())
                        .bytes(),
                HeifFixture.of("avif", 40, 30)
                        .exif(ExifFixture.camera())
                        .xmp(XmpFixture.author())
                        .inDescription()
                        .bytes(),
                sequence());
    }

    @ParameterizedTest
    @CsvSource({
        "heic, image/heic",
        "heix, image/heic",
        "mif1, image/heif",
        "avif, image/avif",
        "hevc, image/heic-sequence",
        "msf1, image/heif-sequence"
    })
    void the_brand_decides_the_type(String brand, String type) {
        assertThat(Readings.facts(HeifFixture.of(brand, 40, 30).bytes()).contentType())
                .isEqualTo(type);
    }

    @Test
    void the_size_is_the_primary_items_and_no_tiles() {
        assertThat(picture(HeifFixture.of("heic", 4032, 3024)).encoded()).isEqualTo(new Size(4032, 3024));
    }

    @Test
    void the_containers_rotation_overrules_exif() {
        Picture picture = picture(
                HeifFixture.of("heic", 40, 30).property("irot", Bytes.of(0)).exif(new ExifFixture().orientation(6)));
        assertThat(picture.shown()).isEqualTo(new Size(40, 30));
        assertThat(picture.orientationSource()).isEqualTo(OrientationSource.CONTAINER);
    }

    @Test
    void without_a_rotation_in_the_container_exif_counts() {
        Picture picture = picture(HeifFixture.of("heic", 40, 30).exif(new ExifFixture().orientation(6)));
        assertThat(picture.shown()).isEqualTo(new Size(30, 40));
        assertThat(picture.orientationSource()).isEqualTo(OrientationSource.EXIF);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 8", "2, 3", "3, 6"})
    void quarters_turn_counter_clockwise(int quarters, int exif) {
        Picture picture = picture(HeifFixture.of("heic", 40, 30).property("irot", Bytes.of(quarters)));
        assertThat(picture.orientation().exif()).isEqualTo(exif);
    }

    @ParameterizedTest
    @CsvSource({"0, 4", "1, 2"})
    void mirroring_exchanges_top_and_bottom_or_left_and_right(int axis, int exif) {
        Picture picture = picture(HeifFixture.of("heic", 40, 30).property("imir", Bytes.of(axis)));
        assertThat(picture.orientation().exif()).isEqualTo(exif);
    }

    @Test
    void turning_and_then_mirroring_is_another_thing_than_the_other_way_round() {
        HeifFixture turned =
                HeifFixture.of("heic", 40, 30).property("irot", Bytes.of(1)).property("imir", Bytes.of(1));
        HeifFixture mirrored =
                HeifFixture.of("heic", 40, 30).property("imir", Bytes.of(1)).property("irot", Bytes.of(1));
        assertThat(picture(turned).orientation().exif()).isEqualTo(7);
        assertThat(picture(mirrored).orientation().exif()).isEqualTo(5);
    }

    @Test
    void a_clean_aperture_crops_before_turning() {
        Picture picture = picture(HeifFixture.of("heic", 40, 30)
                .property("clap", new Bytes().u32(76).u32(2).u32(28).u32(1).zeros(16))
                .property("irot", Bytes.of(1)));
        assertThat(picture.encoded()).isEqualTo(new Size(40, 30));
        assertThat(picture.shown()).isEqualTo(new Size(28, 38));
    }

    @Test
    void exif_and_xmp_are_found_by_their_locations() {
        for (Bytes file : samples().subList(0, 2)) {
            MediaFacts facts = Readings.facts(file);
            assertThat(facts.origin().camera().make()).contains("Acme");
            assertThat(facts.description().title()).contains("A title");
        }
    }

    @Test
    void a_pq_transfer_and_a_gain_map_make_it_hdr() {
        assertThat(Readings.facts(samples().get(0)).appearance().hdr()).isTrue();
        assertThat(Readings.facts(samples().get(1)).appearance().hdr()).isFalse();
    }

    @Test
    void a_sequence_tells_its_frames_and_how_long_they_last() {
        MediaFacts facts = Readings.facts(sequence());
        assertThat(facts.appearance().frames().frames()).hasValue(12);
        assertThat(facts.appearance().frames().animated()).isTrue();
        assertThat(facts.playback().duration()).contains(Duration.ofSeconds(2));
        assertThat(facts.appearance().picture().orElseThrow().shown()).isEqualTo(new Size(40, 30));
    }

    @Test
    void a_picture_without_a_size_is_malformed() {
        Bytes meta = new Bytes().fullBox("meta", 0, 0, new Bytes());
        Bytes file =
                new Bytes().box("ftyp", Bytes.of("heic").u32(0).text("mif1")).add(meta);
        assertThat(Readings.failure(file).code()).isEqualTo(FailureCode.MALFORMED);
    }

    private static Bytes sequence() {
        Bytes table = new Bytes().fullBox("stsz", 0, 0, new Bytes().u32(1).u32(12));
        Bytes media = new Bytes()
                .fullBox(
                        "mdhd",
                        0,
                        0,
                        new Bytes().u32(0).u32(0).u32(600).u32(1200).u32(0))
                .fullBox("hdlr", 0, 0, new Bytes().u32(0).text("pict").zeros(13))
                .box("minf", new Bytes().box("stbl", table));
        Bytes header = new Bytes().zeros(72).u32(40 << 16).u32(30 << 16);
        Bytes track = new Bytes().fullBox("tkhd", 0, 0, header).box("mdia", media);
        return new Bytes()
                .box("ftyp", Bytes.of("avis").u32(0).text("msf1"))
                .box("moov", new Bytes().box("trak", track));
    }

    private static Picture picture(HeifFixture heif) {
        return Readings.facts(heif.bytes()).appearance().picture().orElseThrow();
    }
}

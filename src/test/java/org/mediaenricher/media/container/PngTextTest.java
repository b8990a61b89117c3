package org.mediaenricher.media.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.mediaenricher.media.MediaFacts;

class PngTextTest extends ReaderContract {
    private static final Bytes IPTC = JpegFixture.dataset(25, "harbour");

    @Override
    List<Bytes> samples() {
        return List.of(
                png("zTXt", packed("Raw profile type iptc", profile("iptc", photoshop()))),
                png("iTXt", Bytes.of("Title\0").u8(0, 0, 0, 0).text("T")));
    }

    @Test
    void a_profile_of_iptc_is_read() {
        for (Bytes record : List.of(IPTC, photoshop())) {
            MediaFacts facts = Readings.facts(png("zTXt", packed("Raw profile type iptc", profile("iptc", record))));
            assertThat(facts.description().keywords()).containsExactly("harbour");
        }
    }

    @Test
    void a_profile_of_exif_turns_the_picture() {
        Bytes exif = Bytes.of("Exif\0\0").add(new ExifFixture().orientation(6).tiff());
        MediaFacts facts =
                Readings.facts(png("tEXt", Bytes.of("Raw profile type APP1\0").text(profile("generic profile", exif))));
        assertThat(facts.appearance().picture().orElseThrow().orientation().exif())
                .isEqualTo(6);
    }

    @Test
    void a_profile_of_xmp_tells_its_words() {
        Bytes text = packed("Raw profile type xmp", profile("xmp", XmpFixture.author()));
        assertThat(Readings.facts(png("zTXt", text)).description().title()).contains("A title");
    }

    @Test
    void titles_are_read_plain_packed_and_in_utf_8() {
        byte[] umlaut = "\u00dc\u4e2d".getBytes(StandardCharsets.UTF_8);
        assertThat(title("tEXt", Bytes.of("Title\0\u00dc"))).isEqualTo("\u00dc");
        assertThat(title("zTXt", packed("Title", "\u00dc"))).isEqualTo("\u00dc");
        assertThat(title(
                        "iTXt", Bytes.of("Title\0").u8(0, 0).text("de\0Titel\0").add(umlaut)))
                .isEqualTo("\u00dc\u4e2d");
    }

    private static String title(String type, Bytes content) {
        return Readings.facts(png(type, content)).description().title().orElse("");
    }

    private static Bytes png(String type, Bytes content) {
        return PngFixture.of(4, 3).chunk(type, content).pixels(1, 10).bytes();
    }

    private static Bytes photoshop() {
        return Bytes.of("8BIM").u16(0x0404).u8(0, 0).u32(IPTC.length()).add(IPTC);
    }

    private static String profile(String name, Bytes block) {
        String digits = HexFormat.of().formatHex(block.array()).replaceAll("(.{72})", "$1\n");
        return "\n" + name + "\n%8d\n".formatted(block.length()) + digits + "\n";
    }

    private static Bytes packed(String keyword, String latin1) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(bytes)) {
            deflater.write(latin1.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Bytes.of(keyword).u8(0, 0).add(bytes.toByteArray());
    }
}

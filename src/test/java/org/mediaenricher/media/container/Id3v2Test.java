package org.mediaenricher.media.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mediaenricher.media.FailureCode;
import org.mediaenricher.media.MediaFacts;

class Id3v2Test extends ReaderContract {
    @Override
    List<Bytes> samples() {
        return List.of(
                tagged(3, 0, AudioSamples.textFrame("TIT2", "Größe").zeros(20)),
                tagged(2, 0, Bytes.of("TT2").u24(4).u8(0).text("Old")),
                tagged(3, 0x80, AudioSamples.textFrame("TIT2", "ÿþ")),
                tagged(4, 0x40, new Bytes().u8(0, 0, 0, 6, 1, 0).add(frame4("TIT2", 0, "New"))));
    }

    @Test
    void version_2_2_has_short_names() {
        assertThat(title(2, 0, Bytes.of("TT2").u24(4).u8(0).text("Old"))).isEqualTo("Old");
    }

    @Test
    void version_2_3_may_be_in_utf_16() {
        assertThat(title(3, 0, AudioSamples.textFrame("TIT2", "Größe 日本"))).isEqualTo("Größe 日本");
    }

    @Test
    void version_2_4_has_lengths_of_seven_bits_a_byte() {
        String longTitle = "x".repeat(200);
        assertThat(title(4, 0, frame4("TPE1", 0, "y".repeat(150)).add(frame4("TIT2", 0, longTitle))))
                .isEqualTo(longTitle);
    }

    @Test
    void version_2_4_with_lengths_as_before_is_understood() {
        Bytes old = Bytes.of("TPE1").u32(201).u16(0).u8(3).text("y".repeat(200));
        assertThat(title(4, 0, old.add(frame4("TIT2", 0, "Titel")))).isEqualTo("Titel");
    }

    @Test
    void a_scrambled_tag_is_unscrambled() {
        Bytes plain = AudioSamples.textFrame("TIT2", "aÿb");
        assertThat(title(3, 0x80, scrambled(plain))).isEqualTo("aÿb");
    }

    @Test
    void a_scrambled_frame_is_unscrambled() {
        Bytes content = scrambled(new Bytes().u8(0).text("aÿ\0b".replace("\0", "")));
        Bytes frame = Bytes.of("TIT2").u32(content.length()).u16(0x0002).add(content);
        assertThat(title(4, 0, frame)).isEqualTo("aÿb");
    }

    @Test
    void an_extended_header_is_skipped() {
        assertThat(title(3, 0x40, new Bytes().u32(6).zeros(6).add(AudioSamples.textFrame("TIT2", "Titel"))))
                .isEqualTo("Titel");
    }

    @Test
    void comments_are_captions_unless_they_are_a_programs() {
        Bytes ours = Bytes.of("COMM").u32(10).u16(0).u8(0).text("eng\0schön");
        Bytes programs =
                Bytes.of("COMM").u32(17).u16(0).u8(0).text("engiTunNORM\0").text("0000");
        MediaFacts facts = Readings.facts(tagged(3, 0, programs.add(ours)));
        assertThat(facts.description().caption()).hasValue("schön");
    }

    @Test
    void a_big_picture_is_hopped_over_and_never_fetched() {
        Bytes picture = Bytes.of("APIC").u32(3 << 20).u16(0).zeros(3 << 20);
        Bytes file = tagged(3, 0, AudioSamples.textFrame("TIT2", "Titel").add(picture));
        CountingSource source = new CountingSource(file.array());
        MediaFacts facts = (MediaFacts) new ContainerReader().read(source);
        assertThat(facts.description().title()).hasValue("Titel");
        assertThat(source.read()).isLessThan(200_000);
        assertThat(source.calls()).isEqualTo(2);
    }

    @Test
    void flac_and_aac_may_follow_a_tag() {
        Bytes tag = AudioSamples.id3(3, 0, AudioSamples.textFrame("TIT2", "Titel"));
        Bytes flac = Bytes.of("fLaC").u32(0x80000022).add(AudioSamples.streamInfo(48000, 2, 16, 48000));
        Bytes aac = AudioSamples.adtsFrame(100).add(AudioSamples.adtsFrame(100)).add(AudioSamples.adtsFrame(100));
        assertThat(Readings.facts(new Bytes().add(tag).add(flac)).contentType()).isEqualTo("audio/flac");
        assertThat(Readings.facts(new Bytes().add(tag).add(aac)).contentType()).isEqualTo("audio/aac");
    }

    @Test
    void a_tag_longer_than_the_object_is_truncated() {
        Bytes cut = Bytes.of("ID3").u8(3, 0, 0, 0, 1, 0, 0).zeros(50);
        assertThat(Readings.failure(cut).code()).isEqualTo(FailureCode.TRUNCATED);
    }

    private static String title(int version, int flags, Bytes frames) {
        return Readings.facts(tagged(version, flags, frames))
                .description()
                .title()
                .orElse("");
    }

    private static Bytes tagged(int version, int flags, Bytes frames) {
        return AudioSamples.id3(version, flags, frames).add(AudioSamples.mp3(4));
    }

    /** A frame of version 2.4 in UTF-8. */
    private static Bytes frame4(String id, int flags, String text) {
        int length = text.length() + 1;
        return Bytes.of(id).u8(0, 0, length >> 7, length & 127).u16(flags).u8(3).text(text);
    }

    /** A zero after each 0xff that would look like a sync word or hide one. */
    private static Bytes scrambled(Bytes plain) {
        Bytes scrambled = new Bytes();
        for (byte octet : plain.array()) {
            scrambled.u8(octet);
            if (octet == (byte) 0xff) {
                scrambled.u8(0);
            }
        }
        return scrambled;
    }
}

package org.mediaenricher.media.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mediaenricher.media.FailureCode;
import org.mediaenricher.media.MediaFacts;
import org.mediaenricher.media.Size;
import org.mediaenricher.media.Track;

class AviReaderTest extends ReaderContract {
    @Override
    List<Bytes> samples() {
        return List.of(avi());
    }

    @Test
    void the_header_tells_size_duration_and_streams() {
        MediaFacts facts = Readings.facts(avi());
        List<Track> tracks = facts.playback().tracks();
        assertThat(facts.contentType()).isEqualTo("video/x-msvideo");
        assertThat(facts.appearance().picture().orElseThrow().encoded()).isEqualTo(new Size(320, 180));
        assertThat(facts.playback().duration()).hasValue(Duration.ofSeconds(3));
        assertThat(tracks.get(0).codec()).hasValue("h264");
        assertThat(tracks.get(0).video().orElseThrow().frameRate()).hasValue(25);
        assertThat(tracks.get(1).codec()).hasValue("mp3");
        assertThat(tracks.get(1).audio().orElseThrow().channels()).hasValue(2);
        assertThat(facts.description().title()).hasValue("Film");
    }

    @Test
    void without_a_header_it_is_truncated() {
        Bytes cut = Bytes.of("RIFF").u32le(100).text("AVI ").chunk("JUNK", new Bytes().zeros(10));
        assertThat(Readings.failure(cut).code()).isEqualTo(FailureCode.TRUNCATED);
    }

    private static Bytes avi() {
        Bytes main = new Bytes()
                .u32le(40_000)
                .zeros(12)
                .u32le(75)
                .zeros(12)
                .u32le(320)
                .u32le(180)
                .zeros(16);
        Bytes picture = new Bytes()
                .u32le(40)
                .u32le(320)
                .u32le(-180)
                .u16le(1)
                .u16le(24)
                .text("H264")
                .zeros(20);
        Bytes sound = new Bytes()
                .u16le(0x55)
                .u16le(2)
                .u32le(44100)
                .u32le(16000)
                .u16le(1)
                .u16le(0);
        Bytes header = Bytes.of("hdrl")
                .chunk("avih", main)
                .chunk("LIST", stream("vids", 1, 25, 75, picture))
                .chunk("LIST", stream("auds", 1, 44100, 132_300, sound));
        Bytes words = Bytes.of("INFO").chunk("INAM", Bytes.of("Film\0"));
        Bytes chunks = new Bytes()
                .chunk("LIST", header)
                .chunk("LIST", words)
                .chunk("LIST", Bytes.of("movi").zeros(50));
        return Bytes.of("RIFF").u32le(chunks.length() + 4L).text("AVI ").add(chunks);
    }

    private static Bytes stream(String type, int scale, int rate, int length, Bytes format) {
        Bytes header = Bytes.of(type)
                .zeros(16)
                .u32le(scale)
                .u32le(rate)
                .u32le(0)
                .u32le(length)
                .zeros(20);
        return Bytes.of("strl").chunk("strh", header).chunk("strf", format);
    }
}

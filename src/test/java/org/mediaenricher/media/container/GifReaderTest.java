package org.mediaenricher.media.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mediaenricher.media.FailureCode;
import org.mediaenricher.media.MediaFacts;
import org.mediaenricher.media.Size;

class GifReaderTest extends ReaderContract {
    @Override
    List<Bytes> samples() {
        return List.of(
                gif(2, true).u8(0x3b),
                header().u8(0x21, 0xff, 11)
                        .text("XMP DataXMP")
                        .add(XmpFixture.author())
                        .add(trailer())
                        .u8(0x3b));
    }

    @Test
    void frames_loops_and_delays_are_counted() {
        MediaFacts facts = Readings.facts(gif(3, true).u8(0x3b));
        assertThat(facts.contentType()).isEqualTo("image/gif");
        assertThat(facts.appearance().picture().orElseThrow().shown()).isEqualTo(new Size(4, 3));
        assertThat(facts.appearance().frames().frames()).hasValue(3);
        assertThat(facts.appearance().frames().plays()).hasValue(0);
        assertThat(facts.playback().duration()).contains(Duration.ofMillis(300));
        assertThat(facts.tags()).contains("animated");
    }

    @Test
    void one_frame_is_no_animation() {
        MediaFacts facts = Readings.facts(gif(1, false).u8(0x3b));
        assertThat(facts.appearance().frames().animated()).isFalse();
        assertThat(facts.playback().duration()).isEmpty();
    }

    @Test
    void xmp_is_found_in_its_application_extension() {
        MediaFacts facts = Readings.facts(samples().get(1));
        assertThat(facts.description().title()).contains("A title");
    }

    @Test
    void an_endless_gif_is_refused() {
        assertThat(Readings.failure(gif(30_000, false)).code()).isEqualTo(FailureCode.TOO_LARGE);
    }

    @Test
    void a_big_gif_is_not_read_whole() {
        Bytes gif = gif(1, true).u8(0x2c).zeros(8).u8(0, 8);
        for (int i = 0; i < 40_000; i++) {
            gif.u8(255).zeros(255);
        }
        CountingSource source = new CountingSource(gif.u8(0, 0x3b).array());
        assertThat(new ContainerReader().read(source)).isInstanceOfSatisfying(MediaFacts.class, facts -> {
            assertThat(facts.appearance().frames().frames()).isEmpty();
            assertThat(facts.appearance().frames().animated()).isTrue();
        });
        assertThat(source.read()).isLessThan(gif.length() / 2);
    }

    private static Bytes header() {
        return Bytes.of("GIF89a").u16le(4).u16le(3).u8(0x80, 0, 0).zeros(6);
    }

    private static Bytes gif(int frames, boolean looping) {
        Bytes gif = header();
        if (looping) {
            gif.u8(0x21, 0xff, 11).text("NETSCAPE2.0").u8(3, 1).u16le(0).u8(0);
        }
        for (int i = 0; i < frames; i++) {
            gif.u8(0x21, 0xf9, 4, 0).u16le(10).u8(0, 0);
            gif.u8(0x2c).zeros(8).u8(0x80).zeros(6).u8(2, 2, 0x4c, 0x01, 0);
        }
        return gif;
    }

    /** The magic trailer of an XMP packet: bytes that count down, each a sub-block's length. */
    private static Bytes trailer() {
        Bytes trailer = Bytes.of(1);
        for (int i = 255; i >= 0; i--) {
            trailer.u8(i);
        }
        return trailer.u8(0);
    }
}

package org.mediaenricher.media.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mediaenricher.media.Description;

class ExtendedXmpTest extends ReaderContract {
    private static final String IDENTIFIER = "0123456789ABCDEF0123456789ABCDEF";
    private static final byte[] LONG = XmpFixture.author().array();
    private static final int CUT = 300;

    @Override
    List<Bytes> samples() {
        return List.of(jpeg(IDENTIFIER, chunk(0, CUT), chunk(CUT, LONG.length)));
    }

    @Test
    void chunks_are_put_together_whatever_their_order() {
        Description description = described(jpeg(IDENTIFIER, chunk(CUT, LONG.length), chunk(0, CUT)));
        assertThat(description.keywords()).containsExactly("Sea", "caf\u00e9 & bar");
        assertThat(description.subjects()).containsExactly("Places|Italy");
        assertThat(description.rating()).hasValue(4);
    }

    @Test
    void a_packet_that_lacks_a_chunk_is_left_out() {
        assertThat(described(jpeg(IDENTIFIER, chunk(0, CUT))).keywords()).isEmpty();
    }

    @Test
    void a_packet_that_the_ordinary_one_does_not_name_is_left_out() {
        assertThat(described(jpeg("F".repeat(32), chunk(0, LONG.length))).keywords())
                .isEmpty();
    }

    private static Bytes chunk(int from, int to) {
        return Bytes.of("http://ns.adobe.com/xmp/extension/\0")
                .text(IDENTIFIER)
                .u32(LONG.length)
                .u32(from)
                .add(Arrays.copyOfRange(LONG, from, to));
    }

    private static Bytes jpeg(String named, Bytes... chunks) {
        JpegFixture jpeg = new JpegFixture()
                .xmp(XmpFixture.packet("<xmpNote:HasExtendedXMP xmlns:xmpNote=\"http://ns.adobe.com/xmp/note/\">"
                        + named + "</xmpNote:HasExtendedXMP>"));
        for (Bytes chunk : chunks) {
            jpeg.segment(0xe1, chunk);
        }
        return jpeg.frame(4, 3).bytes();
    }

    private static Description described(Bytes jpeg) {
        return Readings.facts(jpeg).description();
    }
}

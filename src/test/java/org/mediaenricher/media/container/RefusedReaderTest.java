package org.mediaenricher.media.container;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mediaenricher.media.FailureCode;
import org.mediaenricher.media.UnreadableMedia;

class RefusedReaderTest {
    @Test
    void a_transport_stream_is_named() {
        Bytes packets = new Bytes();
        for (int i = 0; i < 4; i++) {
            packets.u8(0x47).zeros(187);
        }
        assertRefused(packets, "MPEG transport stream");
    }

    @Test
    void a_transport_stream_with_time_codes_is_named() {
        Bytes packets = new Bytes();
        for (int i = 0; i < 4; i++) {
            packets.zeros(4).u8(0x47).zeros(187);
        }
        assertRefused(packets, "MPEG transport stream");
    }

    @Test
    void others_are_named() {
        assertRefused(new Bytes().u32(0x1ba).zeros(20), "MPEG program stream");
        assertRefused(Bytes.of("ADIF").zeros(20), "ADIF");
        assertRefused(Bytes.of("FLV\u0001").zeros(20), "Flash video");
        assertRefused(new Bytes().u64(0x3026b2758e66cf11L).zeros(20), "Windows Media");
    }

    private static void assertRefused(Bytes file, String name) {
        UnreadableMedia failure = Readings.failure(file);
        assertThat(failure.code()).isEqualTo(FailureCode.UNSUPPORTED);
        assertThat(failure.sentence()).contains(name);
    }
}

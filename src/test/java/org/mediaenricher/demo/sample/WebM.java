package org.mediaenricher.demo.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** WebM: Matroska (RFC 9559) in EBML (RFC 8794), with one VP8 track made of key frames. */
final class WebM {
    private static final Instant MATROSKA_EPOCH = Instant.parse("2001-01-01T00:00:00Z");
    private static final int VIDEO = 1;
    private static final int KEY_FRAME = 0x80;

    private WebM() {}

    /** @param pictures of one size, shown for the same time each */
    static byte[] of(List<Yuv> pictures, int framesPerSecond, Instant created) {
        int frameMillis = 1000 / framesPerSecond;
        byte[] segment = Ebml.element(
                0x18538067,
                information(created, frameMillis * pictures.size()),
                tracks(pictures.get(0), frameMillis),
                cluster(pictures, frameMillis));
        return Octets.bigEndian().bytes(header()).bytes(segment).toByteArray();
    }

    private static byte[] header() {
        return Ebml.element(
                0x1A45DFA3,
                Ebml.number(0x4286, 1),
                Ebml.number(0x42F7, 1),
                Ebml.number(0x42F2, 4),
                Ebml.number(0x42F3, 8),
                Ebml.text(0x4282, "webm"),
                Ebml.number(0x4287, 2),
                Ebml.number(0x4285, 2));
    }

    private static byte[] information(Instant created, int millis) {
        long nanos = Duration.between(MATROSKA_EPOCH, created).toNanos();
        return Ebml.element(
                0x1549A966,
                Ebml.number(0x2AD7B1, 1_000_000),
                Ebml.element(
                        0x4489,
                        Octets.bigEndian().u64(Double.doubleToLongBits(millis)).toByteArray()),
                Ebml.element(0x4461, Octets.bigEndian().u64(nanos).toByteArray()),
                Ebml.text(0x4D80, "Media Enricher sample"),
                Ebml.text(0x5741, "Media Enricher sample"));
    }

    private static byte[] tracks(Yuv picture, int frameMillis) {
        byte[] video = Ebml.element(0xE0, Ebml.number(0xB0, picture.width()), Ebml.number(0xBA, picture.height()));
        byte[] entry = Ebml.element(
                0xAE,
                Ebml.number(0xD7, 1),
                Ebml.number(0x73C5, 1),
                Ebml.number(0x83, VIDEO),
                Ebml.text(0x86, "V_VP8"),
                Ebml.number(0x23E383, frameMillis * 1_000_000L),
                video);
        return Ebml.element(0x1654AE6B, entry);
    }

    private static byte[] cluster(List<Yuv> pictures, int frameMillis) {
        Octets blocks = Octets.bigEndian().bytes(Ebml.number(0xE7, 0));
        for (int i = 0; i < pictures.size(); i++) {
            Octets block = Octets.bigEndian()
                    .u8(0x80 | 1)
                    .u16(i * frameMillis)
                    .u8(KEY_FRAME)
                    .bytes(Vp8.keyFrame(pictures.get(i)));
            blocks.bytes(Ebml.element(0xA3, block.toByteArray()));
        }
        return Ebml.element(0x1F43B675, blocks.toByteArray());
    }
}

package org.mediaenricher.media.container;

import java.util.List;
import org.mediaenricher.media.RawValue;

/**
 * JPEG (ITU-T T.81, annex B): goes from marker segment to marker segment up to the first scan. The
 * size stands in a frame header (SOFn, B.2.2), the metadata in application segments before it.
 */
final class JpegReader implements FormatReader {
    private static final int SOI = 0xd8;
    private static final int EOI = 0xd9;
    private static final int SOS = 0xda;

    @Override
    public boolean recognises(ByteWindow window) {
        return window.has(0, 3) && window.u24(0) == (0xff << 16 | SOI << 8 | 0xff);
    }

    @Override
    public void read(ByteWindow window, FactsBuilder facts) {
        facts.contentType("image/jpeg");
        JpegSegments segments = new JpegSegments(window);
        boolean framed = false;
        while (segments.next() && segments.marker() != SOS && segments.marker() != EOI) {
            if (isFrame(segments.marker()) && !framed) {
                frame(window, segments.content(), facts);
                framed = true;
            } else {
                JpegApplication.read(window, segments, facts);
            }
        }
        if (!framed) {
            throw Unreadable.malformed("a JPEG without a frame header");
        }
    }

    /** SOF0 to SOF15; C4, C8 and CC among them mean something else (T.81, table B.1). */
    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    private static void frame(ByteWindow window, long content, FactsBuilder facts) {
        facts.encoded(window.u16(content + 3), window.u16(content + 1));
        facts.raw(
                "jpeg",
                List.of(
                        new RawValue("bits_per_sample", window.u8(content)),
                        new RawValue("components", window.u8(content + 5)),
                        new RawValue("frame_marker", window.u8(content - 3))));
    }
}

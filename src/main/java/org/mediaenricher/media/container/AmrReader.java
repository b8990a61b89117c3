package org.mediaenricher.media.container;

import java.time.Duration;
import org.mediaenricher.media.TrackKind;

/** AMR and AMR-WB recordings (RFC 4867, 5): frames of 20 ms behind a magic line, one channel. */
final class AmrReader implements FormatReader {
    private static final String NARROW = "#!AMR\n";
    private static final String WIDE = "#!AMR-WB\n";

    /** Bytes after a frame's first one, by its type (3GPP TS 26.101, table 1a; TS 26.201, table 1a). */
    private static final int[] NARROW_LENGTHS = {12, 13, 15, 17, 19, 20, 26, 31, 5, -1, -1, -1, -1, -1, -1, 0};

    private static final int[] WIDE_LENGTHS = {17, 23, 32, 36, 40, 46, 50, 58, 60, 5, -1, -1, -1, -1, 0, 0};

    @Override
    public boolean recognises(ByteWindow window) {
        return window.matches(0, NARROW) || window.matches(0, WIDE);
    }

    @Override
    public void read(ByteWindow window, FactsBuilder facts) {
        boolean wide = window.matches(0, WIDE);
        long start = wide ? WIDE.length() : NARROW.length();
        FrameHeader frames = (in, offset) -> frame(in, offset, wide);
        AudioFrame first = frames.at(window, start);
        if (first == null) {
            throw Unreadable.truncated("no frames follow the AMR file's first line");
        }
        FrameScan scan = FrameScan.of(window, frames, start, window.size());
        Duration lasting = scan.playTime();
        TrackBuilder track = new TrackBuilder().kind(TrackKind.AUDIO).bitRate(scan.bitRate());
        first.tell(track);
        facts.contentType(wide ? "audio/amr-wb" : "audio/amr");
        if (lasting != null) {
            facts.duration(lasting);
        }
        facts.track(track.duration(lasting).build());
    }

    /** Padding 1 bit, frame type 4, quality 1, padding 2. */
    private static AudioFrame frame(ByteWindow window, long offset, boolean wide) {
        if (!window.has(offset, 1)) {
            return null;
        }
        int head = window.u8(offset);
        int length = (wide ? WIDE_LENGTHS : NARROW_LENGTHS)[head >> 3 & 15];
        int rate = wide ? 16_000 : 8_000;
        boolean padded = (head & 0x83) != 0;
        return padded || length < 0
                ? null
                : new AudioFrame(length + 1, rate / 50, rate, 1, 0, wide ? "amr_wb" : "amr_nb");
    }
}

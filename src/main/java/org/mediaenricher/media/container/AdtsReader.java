package org.mediaenricher.media.container;

import java.time.Duration;
import org.mediaenricher.media.TrackKind;

/** AAC in frames of its own, ADTS (ISO/IEC 13818-7, 6.2; ISO/IEC 14496-3, 1.A.3). */
final class AdtsReader implements FormatReader {
    private static final FrameHeader FRAMES = AdtsReader::frame;
    private static final int SURE = 3;
    private static final int SAMPLES = 1024;

    @Override
    public boolean recognises(ByteWindow window) {
        return isAt(window, 0);
    }

    @Override
    public void read(ByteWindow window, FactsBuilder facts) {
        read(window, 0, facts);
    }

    static boolean isAt(ByteWindow window, long offset) {
        return FrameScan.begins(window, FRAMES, offset, SURE);
    }

    /** Reads from a frame on; how long it lasts is counted, or reckoned from the frames at hand. */
    static void read(ByteWindow window, long from, FactsBuilder facts) {
        FrameScan scan = FrameScan.of(window, FRAMES, from, window.size());
        Duration lasting = scan.playTime();
        TrackBuilder track = new TrackBuilder().kind(TrackKind.AUDIO).bitRate(scan.bitRate());
        frame(window, from).tell(track);
        facts.contentType("audio/aac");
        if (lasting != null) {
            facts.duration(lasting);
        }
        facts.track(track.duration(lasting).build());
    }

    /** Sync 12 bits, id 1, layer 2 (zero), no check 1; profile 2, rate 4, private 1, channels 3, 4 flags, length 13. */
    private static AudioFrame frame(ByteWindow window, long offset) {
        if (!window.has(offset, 7) || (window.u16(offset) & 0xfff6) != 0xfff0) {
            return null;
        }
        int fields = window.i32(offset + 2);
        int rate = AacConfig.rate(fields >>> 26 & 15);
        int channels = AacConfig.channels(fields >>> 22 & 7);
        int length = fields >>> 5 & 0x1fff;
        int blocks = (window.u8(offset + 6) & 3) + 1;
        return rate == 0 || length < 7 ? null : new AudioFrame(length, blocks * SAMPLES, rate, channels, 0, "aac");
    }
}

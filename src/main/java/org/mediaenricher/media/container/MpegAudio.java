package org.mediaenricher.media.container;

import java.time.Duration;
import org.mediaenricher.media.TrackKind;

/**
 * A run of MPEG audio frames. How long it lasts says an encoder's own header in the first frame (Xing's
 * and LAME's, or Fraunhofer's VBRI); else the frames are counted where all of them are at hand, else
 * reckoned from those at the beginning.
 */
final class MpegAudio {
    private final ByteWindow window;
    private final long start;
    private final AudioFrame first;
    private final long end;

    MpegAudio(ByteWindow window, long start) {
        this.window = window;
        this.start = start;
        this.first = MpegAudioReader.FRAMES.at(window, start);
        this.end = window.size();
    }

    void tell(FactsBuilder facts) {
        facts.contentType("audio/mpeg");
        TrackBuilder track = new TrackBuilder().kind(TrackKind.AUDIO);
        first.tell(track);
        Duration lasting = byHeader(track);
        if (lasting == null) {
            FrameScan scan = FrameScan.of(window, MpegAudioReader.FRAMES, start, end);
            track.bitRate(scan.bitRate());
            lasting = scan.playTime();
        }
        if (lasting != null) {
            facts.duration(lasting);
        }
        facts.track(track.duration(lasting).build());
        if (!facts.isTitled()) {
            SidePart.read(() -> Id3v1.tell(window, facts));
        }
    }

    /** By the first frame's own count, or null. */
    private Duration byHeader(TrackBuilder track) {
        long xing = start + MpegFrameHeader.sideInformationEnd(window, start);
        if (window.matches(xing, "Xing") || window.matches(xing, "Info")) {
            return byXing(xing, track);
        }
        boolean vbri = window.matches(start + 36, "VBRI") && window.has(start + 36, 18);
        return vbri ? lasting(window.u32(start + 50) * first.samples(), window.u32(start + 46), track) : null;
    }

    /**
     * Flags, then as they say: frames, bytes, a table of 100 bytes, a quality. LAME's part follows; its
     * twelve bits each tell what it put before and behind the sound, which players leave out.
     */
    private Duration byXing(long xing, TrackBuilder track) {
        int flags = window.has(xing, 16) ? window.i32(xing + 4) : 0;
        if ((flags & 1) == 0) {
            return null;
        }
        long samples = window.u32(xing + 8) * first.samples();
        long bytes = (flags & 2) == 0 ? end - start : window.u32(xing + 12);
        long lame = xing + 12 + ((flags & 2) == 0 ? 0 : 4) + ((flags & 4) == 0 ? 0 : 100) + ((flags & 8) == 0 ? 0 : 4);
        int gaps = window.has(lame, 24) ? window.u24(lame + 21) : 0;
        long silent = (gaps >> 12) + (gaps & 0xfff);
        return lasting(silent < samples ? samples - silent : samples, bytes, track);
    }

    private Duration lasting(long samples, long bytes, TrackBuilder track) {
        Duration lasting = PlayTime.of(samples, first.sampleRate());
        if (lasting != null) {
            track.bitRate(Math.round(bytes * 8.0 * first.sampleRate() / samples));
        }
        return lasting;
    }
}

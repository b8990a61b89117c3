package org.mediaenricher.media.container;

/**
 * MP3, MP2 and MP1 without a container (ISO/IEC 11172-3). Its sync word is weak, so it counts only where
 * frame follows on frame; rubbish before the first is passed over.
 */
final class MpegAudioReader implements FormatReader {
    static final FrameHeader FRAMES = new MpegFrameHeader();

    /** How far the first frame is looked for: encoders leave a cut frame or zeros there. */
    private static final int RUBBISH = 4096;

    /** So many frames in a row are no accident, at the object's start and elsewhere. */
    private static final int SURE_AT_START = 2;

    private static final int SURE_ELSEWHERE = 5;

    @Override
    public boolean recognises(ByteWindow window) {
        return firstFrame(window, 0) >= 0;
    }

    @Override
    public void read(ByteWindow window, FactsBuilder facts) {
        read(window, 0, facts);
    }

    /** Reads what follows a tag at the object's start. */
    static void read(ByteWindow window, long from, FactsBuilder facts) {
        long frame = firstFrame(window, from);
        if (frame < 0) {
            throw Unreadable.malformed("no audio frames follow the object's first bytes");
        }
        new MpegAudio(window, frame).tell(facts);
    }

    /** Where the first frame is, or -1. */
    static long firstFrame(ByteWindow window, long from) {
        if (FrameScan.begins(window, FRAMES, from, SURE_AT_START)) {
            return from;
        }
        long last = Math.min(from + RUBBISH, window.size() - 4);
        for (long at = from + 1; at < last; at++) {
            if (window.u8(at) == 0xff && FrameScan.begins(window, FRAMES, at, SURE_ELSEWHERE)) {
                return at;
            }
        }
        return -1;
    }
}

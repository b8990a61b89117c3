package org.mediaenricher.media.container;

import java.time.Duration;

/**
 * Counts frames from one to the next through the bytes at hand: all of a short recording, the beginning
 * of a long one. Fetches at most once, where there is too little at hand to judge by. Junk between
 * frames is passed over as players do.
 */
final class FrameScan {
    /** How far behind a broken frame the next is looked for. */
    private static final int JUNK = 16 * 1024;

    /** So much of a stream shows what the rest is like. */
    private static final int SAMPLE = 32 * 1024;

    private final ByteWindow window;
    private final FrameHeader header;
    private final long from;
    private final long end;
    private final AudioFrame first;
    private long frames;
    private long samples;
    private long bytes;
    private boolean whole;

    private FrameScan(ByteWindow window, FrameHeader header, long from, long end) {
        this.window = window;
        this.header = header;
        this.from = from;
        this.end = end;
        this.first = header.at(window, from);
    }

    /**
     * The frames between two offsets.
     *
     * @param from where a frame begins for sure
     */
    static FrameScan of(ByteWindow window, FrameHeader header, long from, long end) {
        FrameScan scan = new FrameScan(window, header, from, end);
        scan.count();
        return scan;
    }

    /** Whether a frame stands there and others of its kind follow, that many in all or up to the object's end. */
    static boolean begins(ByteWindow window, FrameHeader header, long offset, int count) {
        AudioFrame first = header.at(window, offset);
        AudioFrame frame = first;
        long at = offset;
        for (int i = 0; i < count; i++) {
            if (frame == null || !frame.goesWith(first)) {
                return false;
            }
            at += frame.length();
            if (at == window.size()) {
                return true;
            }
            frame = header.at(window, at);
        }
        return true;
    }

    private void count() {
        long at = from;
        long sampled = Math.min(SAMPLE, end - from);
        if (!window.isNear(from + sampled)) {
            window.slice(from, (int) sampled);
        }
        while (at >= 0 && at < end && window.isNear(at)) {
            window.step();
            AudioFrame frame = header.at(window, at);
            if (frame != null && frame.goesWith(first)) {
                frames++;
                samples += frame.samples();
                bytes += Math.min(frame.length(), end - at);
                at += frame.length();
            } else {
                at = resumed(at + 1);
            }
        }
        whole = at < 0 || at >= end;
    }

    /** Where frames go on, or -1 where they do not. */
    private long resumed(long from) {
        for (long at = from; at < Math.min(from + JUNK, end - 1) && window.isNear(at); at++) {
            AudioFrame frame = header.at(window, at);
            if (frame != null && frame.goesWith(first) && begins(window, header, at, 3)) {
                return at;
            }
        }
        return -1;
    }

    /** Whether all frames were seen. */
    boolean isWhole() {
        return whole;
    }

    /** How long all frames last: counted, or as many as there would be if the rest were like those seen; or null. */
    Duration playTime() {
        if (whole || bytes == 0) {
            return PlayTime.of(samples, first.sampleRate());
        }
        double share = (double) (end - from) / bytes;
        return PlayTime.ofSeconds(samples * share / first.sampleRate());
    }

    /** Bits a second on average, or 0. */
    long bitRate() {
        return samples == 0 ? 0 : Math.round(bytes * 8.0 * first.sampleRate() / samples);
    }
}

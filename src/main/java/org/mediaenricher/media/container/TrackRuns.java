package org.mediaenricher.media.container;

import java.time.Duration;

/** One track's samples over all fragments: from the first one's time to the last one's end. */
final class TrackRuns {
    private static final int BASE_OFFSET = 0x1;
    private static final int DESCRIPTION = 0x2;
    private static final int DEFAULT_DURATION = 0x8;

    private final ByteWindow window;
    private final long timescale;
    private long movieDefault;
    private long fragmentDefault;
    private long first = -1;
    private long next;
    private long samples;
    private long units;

    TrackRuns(ByteWindow window, long timescale) {
        this.window = window;
        this.timescale = timescale;
    }

    void defaultDuration(long units) {
        movieDefault = units;
    }

    /** A fragment's header (ISO/IEC 14496-12, 8.8.7). */
    void begin(Box tfhd) {
        int flags = window.u24(tfhd.content() + 1);
        long at = tfhd.content() + 8 + ((flags & BASE_OFFSET) == 0 ? 0 : 8) + ((flags & DESCRIPTION) == 0 ? 0 : 4);
        fragmentDefault = (flags & DEFAULT_DURATION) == 0 ? movieDefault : window.u32(at);
    }

    /** Where the fragment begins (8.8.12). */
    void from(Box tfdt) {
        boolean wide = window.u8(tfdt.content()) == 1;
        next = wide ? window.i64(tfdt.content() + 4) : window.u32(tfdt.content() + 4);
    }

    /** Samples one after the other (8.8.8). */
    void run(Box trun) {
        int flags = window.u24(trun.content() + 1);
        long count = window.u32(trun.content() + 4);
        first = first < 0 ? next : first;
        long lasting = (flags & 0x100) == 0 ? count * fragmentDefault : told(trun, flags, count);
        samples += count;
        units += lasting;
        next += lasting;
    }

    private long told(Box trun, int flags, long count) {
        int fields = Integer.bitCount(flags & 0xf00);
        long at = trun.content() + 8 + 4L * Integer.bitCount(flags & 0x5);
        long sum = 0;
        for (long i = 0; i < count && at + 4L * fields <= trun.end(); i++, at += 4L * fields) {
            window.step();
            sum += window.u32(at);
        }
        return sum;
    }

    /**
     * Up to the end of the last sample, or null.
     *
     * @param fromZero whether to count from the movie's beginning and not from the first sample seen
     */
    Duration playTime(boolean fromZero) {
        return first < 0 ? null : PlayTime.of(fromZero ? next : next - first, timescale);
    }

    /** Samples a second, or 0. */
    double frameRate() {
        return samples > 1 && units > 0 ? (double) samples * timescale / units : 0;
    }
}

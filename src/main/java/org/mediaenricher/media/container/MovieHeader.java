package org.mediaenricher.media.container;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.mediaenricher.media.CaptureTime;
import org.mediaenricher.media.ZoneResolution;

/**
 * The movie header box (ISO/IEC 14496-12, 8.2.2).
 *
 * @param timescale units a second
 * @param duration of the whole in units; negative or zero where it is not known
 * @param created seconds since 1904 began
 * @param matrix applied to every track
 */
record MovieHeader(long timescale, long duration, long created, MovieMatrix matrix) {
    /** A movie without the box. */
    static final MovieHeader NONE = new MovieHeader(0, 0, 0, MovieMatrix.IDENTITY);

    /** Seconds between the beginning of 1904, where these files count from, and that of 1970. */
    private static final long FROM_1904_TO_1970 = 2_082_844_800L;

    private static final long IN_2100 = 4_102_444_800L;

    static MovieHeader of(ByteWindow window, Box mvhd) {
        long at = mvhd.content();
        boolean wide = window.u8(at) == 1;
        long clock = at + (wide ? 20 : 12);
        return new MovieHeader(
                window.u32(clock),
                duration(window, clock + 4, wide),
                wide ? window.i64(at + 4) : window.u32(at + 4),
                MovieMatrix.at(window, at + (wide ? 48 : 36)));
    }

    /** How long the movie lasts, or null. */
    Duration playTime() {
        return PlayTime.of(duration, timescale);
    }

    /** A duration field: of 64 bits, or of 32 unsigned; all ones mean that it is not known, here -1. */
    static long duration(ByteWindow window, long at, boolean wide) {
        long read = wide ? window.i64(at) : window.u32(at);
        return !wide && read == 0xffff_ffffL ? -1 : read;
    }

    /**
     * When the movie was made, or null. The specification says UTC. Zero is no time; what lies before
     * 1970 was counted from 1970 on by its writer, there being no such movies before.
     */
    CaptureTime captured() {
        long seconds = created >= FROM_1904_TO_1970 ? created - FROM_1904_TO_1970 : created;
        if (seconds <= 0 || seconds >= IN_2100) {
            return null;
        }
        return CaptureTime.zoned(
                Instant.ofEpochSecond(seconds).atOffset(ZoneOffset.UTC).toLocalDateTime(),
                ZoneOffset.UTC,
                ZoneResolution.UTC_BY_SPEC);
    }
}

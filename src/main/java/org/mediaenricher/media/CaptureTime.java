package org.mediaenricher.media;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * When something was captured: what the clock on the wall showed, and the instant where it is known.
 *
 * @param local the clock's date and time
 * @param offset the clock's distance from UTC
 * @param resolvedBy how the offset is known
 */
public record CaptureTime(LocalDateTime local, Optional<ZoneOffset> offset, ZoneResolution resolvedBy) {
    /** A time with no zone: no instant follows from it, and none is guessed. */
    public static CaptureTime unzoned(LocalDateTime local) {
        return new CaptureTime(local, Optional.empty(), ZoneResolution.NONE);
    }

    /** A time in a known zone. */
    public static CaptureTime zoned(LocalDateTime local, ZoneOffset offset, ZoneResolution resolvedBy) {
        return new CaptureTime(local, Optional.of(offset), resolvedBy);
    }

    /** The instant, where the offset is known. */
    public Optional<Instant> instant() {
        return offset.map(local::toInstant);
    }
}

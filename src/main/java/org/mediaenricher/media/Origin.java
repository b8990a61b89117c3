package org.mediaenricher.media;

import java.util.Optional;

/**
 * When, where and with what an object was made.
 *
 * @param captured when
 * @param position where
 * @param camera with what
 * @param exposure how the light was caught
 */
public record Origin(
        Optional<CaptureTime> captured, Optional<GpsPosition> position, Camera camera, Exposure exposure) {}

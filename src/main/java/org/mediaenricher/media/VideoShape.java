package org.mediaenricher.media;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What only a video track has.
 *
 * @param encoded the stored size
 * @param orientation how its frames are turned for showing
 * @param frameRate frames per second, on average
 * @param hdr whether it says that it holds more than the standard dynamic range
 */
public record VideoShape(Optional<Size> encoded, Orientation orientation, OptionalDouble frameRate, boolean hdr) {}

package org.mediaenricher.media;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How the light was caught.
 *
 * @param seconds how long
 * @param aperture the f-number
 * @param iso the sensitivity
 * @param focalLength the focal length in millimetres
 */
public record Exposure(OptionalDouble seconds, OptionalDouble aperture, OptionalInt iso, OptionalDouble focalLength) {}

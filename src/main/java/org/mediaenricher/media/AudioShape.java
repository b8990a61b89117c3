package org.mediaenricher.media;

import java.util.OptionalInt;

/**
 * What only an audio track has.
 *
 * @param channels how many
 * @param sampleRate samples per second
 * @param bitsPerSample where the samples are stored whole (PCM, FLAC)
 */
public record AudioShape(OptionalInt channels, OptionalInt sampleRate, OptionalInt bitsPerSample) {}

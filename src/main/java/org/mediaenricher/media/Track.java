package org.mediaenricher.media;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One stream in a container.
 *
 * @param kind what it carries
 * @param codec the codec's short name, such as {@code h264}, {@code hevc}, {@code vp9}, {@code aac}, {@code opus}
 * @param language an ISO 639-2 or BCP 47 tag
 * @param bitRate bits per second, on average
 * @param duration the track's own
 * @param video what only video has
 * @param audio what only audio has
 */
public record Track(
        TrackKind kind,
        Optional<String> codec,
        Optional<String> language,
        OptionalLong bitRate,
        Optional<Duration> duration,
        Optional<VideoShape> video,
        Optional<AudioShape> audio) {}

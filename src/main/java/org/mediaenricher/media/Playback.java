package org.mediaenricher.media;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How long an object lasts and what plays in it.
 *
 * @param duration of the whole, empty for a still picture or where it cannot be known from few bytes
 * @param tracks in the order of the file, none for a still picture
 */
public record Playback(Optional<Duration> duration, List<Track> tracks) {
    public Playback {
        tracks = List.copyOf(tracks);
    }

    /** The first track of a kind. */
    public Optional<Track> first(TrackKind kind) {
        return tracks.stream().filter(track -> track.kind() == kind).findFirst();
    }
}

package org.mediaenricher.media;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Facts for tests, unknown but for what a test needs. */
final class Facts {
    static final Description NOTHING_WRITTEN =
            new Description(List.of(), List.of(), Optional.empty(), Optional.empty(), OptionalInt.empty());
    static final Origin NOWHERE = new Origin(
            Optional.empty(),
            Optional.empty(),
            new Camera(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
            new Exposure(OptionalDouble.empty(), OptionalDouble.empty(), OptionalInt.empty(), OptionalDouble.empty()));

    private Facts() {}

    static MediaFacts picture(int width, int height) {
        return of(still(width, height), NOTHING_WRITTEN, List.of());
    }

    static MediaFacts described(Description description) {
        return of(still(4, 3), description, List.of());
    }

    static MediaFacts raw(RawDirectory... raw) {
        return of(still(4, 3), NOTHING_WRITTEN, List.of(raw));
    }

    static MediaFacts of(Appearance appearance, Description description, List<RawDirectory> raw) {
        return new MediaFacts(
                "image/jpeg", appearance, NOWHERE, new Playback(Optional.empty(), List.of()), description, raw);
    }

    static MediaFacts sound() {
        Track track = new Track(
                TrackKind.AUDIO,
                Optional.of("opus"),
                Optional.empty(),
                OptionalLong.of(96_000),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new AudioShape(OptionalInt.of(2), OptionalInt.of(48_000), OptionalInt.empty())));
        Appearance unseen = new Appearance(Optional.empty(), Frames.SINGLE, false);
        Playback playback = new Playback(Optional.of(Duration.ofMillis(1500)), List.of(track));
        return new MediaFacts("audio/ogg", unseen, NOWHERE, playback, NOTHING_WRITTEN, List.of());
    }

    private static Appearance still(int width, int height) {
        Size size = new Size(width, height);
        Picture picture = new Picture(size, size, Orientation.UPRIGHT, OrientationSource.NONE);
        return new Appearance(Optional.of(picture), Frames.SINGLE, false);
    }
}

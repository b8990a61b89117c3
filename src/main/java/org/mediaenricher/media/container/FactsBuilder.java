package org.mediaenricher.media.container;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.mediaenricher.media.Appearance;
import org.mediaenricher.media.CaptureTime;
import org.mediaenricher.media.FailureCode;
import org.mediaenricher.media.Frames;
import org.mediaenricher.media.GpsPosition;
import org.mediaenricher.media.MediaFacts;
import org.mediaenricher.media.Orientation;
import org.mediaenricher.media.OrientationSource;
import org.mediaenricher.media.Origin;
import org.mediaenricher.media.Picture;
import org.mediaenricher.media.Playback;
import org.mediaenricher.media.RawDirectory;
import org.mediaenricher.media.RawValue;
import org.mediaenricher.media.Size;
import org.mediaenricher.media.Track;
import org.mediaenricher.media.zones.PlaceClock;

/**
 * Collects facts while a reader goes through an object. What is told first stays: readers and blocks
 * tell in the order of trust. {@code null} tells nothing.
 */
final class FactsBuilder {
    private static final int RAW_AT_MOST = 64;

    private final CameraBuilder camera = new CameraBuilder();
    private final DescriptionBuilder description = new DescriptionBuilder();
    private final MetadataBlocks blocks = new MetadataBlocks();
    private final List<Track> tracks = new ArrayList<>();
    private final List<RawDirectory> raw = new ArrayList<>();
    private String contentType;
    private Size encoded;
    private Size cropped;
    private Orientation byContainer;
    private Orientation byExif;
    private CaptureTime captured;
    private GpsPosition position;
    private Instant satelliteTime;
    private Duration duration;
    private Frames frames = Frames.SINGLE;
    private boolean hdr;

    /** The MIME type; a later word replaces an earlier one, as when a header turns out to be an animation's. */
    void contentType(String type) {
        contentType = type;
    }

    /**
     * The size of the stored picture.
     *
     * @throws Unreadable malformed when a side is 0, too large beyond what {@link Limits} names
     */
    void encoded(long width, long height) {
        encoded = Pixels.size(width, height);
    }

    /** The size after the container's own cropping and before turning, where it differs from the stored. */
    void cropped(long width, long height) {
        cropped = Pixels.size(width, height);
    }

    boolean hasPicture() {
        return encoded != null;
    }

    /** How the container turns the picture: it overrules Exif. */
    void turnedByContainer(Orientation orientation) {
        byContainer = orientation;
    }

    /** What Exif says; a value that is none of the eight says nothing. */
    void turnedByExif(int value) {
        if (byExif == null && Orientation.isValid(value)) {
            byExif = new Orientation(value);
        }
    }

    void captured(CaptureTime time) {
        captured = captured == null ? time : captured;
    }

    boolean isCaptured() {
        return captured != null;
    }

    void position(GpsPosition place) {
        position = position == null ? place : position;
    }

    /** The instant by the satellites' clock; it settles what the place leaves open. */
    void satelliteTime(Instant time) {
        satelliteTime = satelliteTime == null ? time : satelliteTime;
    }

    CameraBuilder camera() {
        return camera;
    }

    boolean isTitled() {
        return description.isTitled();
    }

    DescriptionBuilder description() {
        return description;
    }

    /** Where readers hand over the metadata blocks they come across; they are told last of all. */
    MetadataBlocks blocks() {
        return blocks;
    }

    /** How long the whole lasts; the longest counts. */
    void duration(Duration length) {
        duration = duration == null || length.compareTo(duration) > 0 ? length : duration;
    }

    void track(Track track) {
        tracks.add(track);
    }

    void hdr() {
        hdr = true;
    }

    /** A picture to leaf through. */
    void pages(int count) {
        frames = new Frames(OptionalInt.of(count), OptionalInt.empty(), OptionalInt.empty(), false);
    }

    /** An animation. */
    void frames(OptionalInt count, OptionalInt plays, boolean animated) {
        frames = new Frames(OptionalInt.empty(), count, plays, animated);
    }

    void raw(String name, List<RawValue> values) {
        if (!values.isEmpty() && takesRaw()) {
            raw.add(new RawDirectory(name, values));
        }
    }

    /** Whether there is room for more raw values. */
    boolean takesRaw() {
        return raw.size() < RAW_AT_MOST;
    }

    /** Whether what is known so far is worth keeping although reading ended early: a cut or dented tail is, a bomb never. */
    boolean survives(FailureCode code) {
        boolean harmless = code == FailureCode.TRUNCATED || code == FailureCode.MALFORMED;
        return harmless && contentType != null && (encoded != null || !tracks.isEmpty());
    }

    MediaFacts build() {
        blocks.tell(this);
        return new MediaFacts(
                contentType,
                new Appearance(Optional.ofNullable(encoded).map(this::picture), frames, hdr),
                new Origin(
                        Optional.ofNullable(captured).map(this::zoned),
                        Optional.ofNullable(position),
                        camera.camera(),
                        camera.exposure()),
                new Playback(Optional.ofNullable(duration), tracks),
                description.build(),
                raw);
    }

    private CaptureTime zoned(CaptureTime time) {
        return position == null ? time : PlaceClock.zoned(time, position, satelliteTime);
    }

    private Picture picture(Size stored) {
        Orientation orientation = byContainer != null ? byContainer : byExif != null ? byExif : Orientation.UPRIGHT;
        Size upright = cropped == null ? stored : cropped;
        return new Picture(stored, orientation.applied(upright), orientation, orientationSource());
    }

    private OrientationSource orientationSource() {
        if (byContainer != null) {
            return OrientationSource.CONTAINER;
        }
        return byExif != null ? OrientationSource.EXIF : OrientationSource.NONE;
    }
}

package org.mediaenricher.assets;

import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.mediaenricher.assets.Outcome.Enriched;
import org.mediaenricher.media.AudioShape;
import org.mediaenricher.media.CaptureTime;
import org.mediaenricher.media.GpsPosition;
import org.mediaenricher.media.MediaFacts;
import org.mediaenricher.media.Orientation;
import org.mediaenricher.media.Picture;
import org.mediaenricher.media.Size;
import org.mediaenricher.media.Track;
import org.mediaenricher.media.TrackKind;
import org.mediaenricher.media.VideoShape;
import org.mediaenricher.storage.StoredObject;

/** The facts of one object as the typed columns of its row; null where the file says nothing. */
record AssetColumns(
        StoredObject object,
        MediaFacts facts,
        String metadata,
        Optional<CaptureTime> captured,
        Optional<GpsPosition> position,
        Optional<Picture> picture,
        Optional<Track> video,
        Optional<Track> audio) {
    static AssetColumns of(Enriched enriched) {
        MediaFacts facts = enriched.facts();
        return new AssetColumns(
                enriched.object(),
                facts,
                enriched.metadata(),
                facts.origin().captured(),
                facts.origin().position(),
                facts.appearance().picture(),
                facts.playback().first(TrackKind.VIDEO),
                facts.playback().first(TrackKind.AUDIO));
    }

    UUID newId() {
        return AssetId.next();
    }

    String path() {
        return object.path();
    }

    Long size() {
        return object.size();
    }

    String etag() {
        return object.etag();
    }

    String contentType() {
        return facts.contentType();
    }

    Integer width() {
        return picture.map(Picture::shown).map(Size::width).orElse(null);
    }

    Integer height() {
        return picture.map(Picture::shown).map(Size::height).orElse(null);
    }

    Integer orientation() {
        return picture.map(Picture::orientation).map(Orientation::exif).orElse(null);
    }

    Integer rotation() {
        return picture.map(Picture::orientation).map(Orientation::rotation).orElse(null);
    }

    /** Text with an offset, for the array's element type reads it exactly. */
    String capturedAt() {
        return captured.flatMap(CaptureTime::instant).map(Object::toString).orElse(null);
    }

    String capturedLocal() {
        return captured.map(CaptureTime::local).map(Object::toString).orElse(null);
    }

    String capturedOffset() {
        return captured.flatMap(CaptureTime::offset).map(ZoneOffset::getId).orElse(null);
    }

    String capturedFrom() {
        return captured.map(time -> time.resolvedBy().word()).orElse(null);
    }

    Double latitude() {
        return position.map(GpsPosition::latitude).orElse(null);
    }

    Double longitude() {
        return position.map(GpsPosition::longitude).orElse(null);
    }

    Double altitude() {
        return position.filter(place -> place.altitude().isPresent())
                .map(place -> place.altitude().getAsDouble())
                .orElse(null);
    }

    String cameraMake() {
        return facts.origin().camera().make().orElse(null);
    }

    String cameraModel() {
        return facts.origin().camera().model().orElse(null);
    }

    Long durationMillis() {
        return facts.playback().duration().map(length -> length.toMillis()).orElse(null);
    }

    String videoCodec() {
        return video.flatMap(Track::codec).orElse(null);
    }

    String audioCodec() {
        return audio.flatMap(Track::codec).orElse(null);
    }

    Double frameRate() {
        return video.flatMap(Track::video)
                .map(VideoShape::frameRate)
                .filter(rate -> rate.isPresent())
                .map(rate -> rate.getAsDouble())
                .orElse(null);
    }

    Integer audioChannels() {
        return audio.flatMap(Track::audio)
                .map(AudioShape::channels)
                .flatMap(AssetColumns::boxed)
                .orElse(null);
    }

    Integer pages() {
        return boxed(facts.appearance().frames().pages()).orElse(null);
    }

    String tags() {
        return PgArray.literal(facts.tags());
    }

    private static Optional<Integer> boxed(OptionalInt number) {
        return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
    }
}

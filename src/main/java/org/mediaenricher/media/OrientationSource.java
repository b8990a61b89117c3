package org.mediaenricher.media;

/** Who said how a picture is turned. */
public enum OrientationSource {
    /** The Exif orientation tag. */
    EXIF,
    /** The container: HEIF {@code irot} and {@code imir}, a track's matrix. */
    CONTAINER,
    /** Nobody: it is shown as stored. */
    NONE;

    /** As stored and shown: {@code exif}, {@code container}, {@code none}. */
    public String word() {
        return switch (this) {
            case EXIF -> "exif";
            case CONTAINER -> "container";
            case NONE -> "none";
        };
    }
}

package org.mediaenricher.media;

/** How a capture time's distance from UTC is known. */
public enum ZoneResolution {
    /** The file states it beside the time. */
    OFFSET_TAG,
    /** It is the zone of the place where it was taken. */
    GPS_ZONE,
    /** The format's specification says that its times are UTC. */
    UTC_BY_SPEC,
    /** It is not known. */
    NONE;

    /** As stored and shown: {@code offset-tag}, {@code gps-zone}, {@code utc-by-spec}, {@code none}. */
    public String word() {
        return switch (this) {
            case OFFSET_TAG -> "offset-tag";
            case GPS_ZONE -> "gps-zone";
            case UTC_BY_SPEC -> "utc-by-spec";
            case NONE -> "none";
        };
    }
}

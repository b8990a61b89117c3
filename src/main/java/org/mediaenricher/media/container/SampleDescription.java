package org.mediaenricher.media.container;

import java.util.Optional;

/** The sample description box (ISO/IEC 14496-12, 8.5.2): the first entry says how the track is coded. */
final class SampleDescription {
    private SampleDescription() {}

    /** Tells the first entry; false where there is none. */
    static boolean tell(ByteWindow window, Box stsd, TrackBuilder track) {
        if (stsd.length() < 16) {
            return false;
        }
        int version = window.u8(stsd.content());
        Box entry = Boxes.between(window, stsd.content() + 8, stsd.end()).next();
        if (entry == null) {
            return false;
        }
        track.codec(MovieCodecs.name(entry.name()));
        switch (track.kind()) {
            case VIDEO -> new VisualEntry(window, entry, track).tell();
            case AUDIO -> new SoundEntry(window, entry, version == 0, track).tell();
            default -> {}
        }
        return true;
    }

    /** The codec an encrypted entry hides: its original format (ISO/IEC 14496-12, 8.12.2). */
    static Optional<String> original(ByteWindow window, Box sinf) {
        return Boxes.child(window, sinf, "frma").map(frma -> MovieCodecs.name(window.latin1(frma.content(), 4)));
    }
}

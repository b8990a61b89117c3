package org.mediaenricher.media.container;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mediaenricher.media.TrackKind;

/** The tracks of a Matroska segment (RFC 9559, 5.1.4). */
final class MatroskaTracks {
    private static final int TRACK_ENTRY = 0xae;
    private static final int MOST = 256;

    private final ByteWindow window;
    private final List<MatroskaTrack> tracks = new ArrayList<>(2);

    MatroskaTracks(ByteWindow window) {
        this.window = window;
    }

    void read(Element element) {
        Elements elements = Elements.in(window, element);
        for (Element entry = elements.next(); entry != null; entry = elements.next()) {
            if (entry.id() == TRACK_ENTRY) {
                tracks.add(MatroskaTrack.of(window, entry));
            }
            if (tracks.size() > MOST) {
                throw Unreadable.tooLarge("the file has more than " + MOST + " tracks");
            }
        }
    }

    boolean isEmpty() {
        return tracks.isEmpty();
    }

    void tell(boolean webm, FactsBuilder facts) {
        facts.contentType(contentType(webm));
        picture().ifPresent(track -> track.tellPicture(facts));
        tracks.forEach(track -> facts.track(track.told().build()));
    }

    private String contentType(boolean webm) {
        String subtype = webm ? "webm" : "x-matroska";
        if (has(TrackKind.VIDEO)) {
            return "video/" + subtype;
        }
        return (has(TrackKind.AUDIO) ? "audio/" : webm ? "video/" : "application/") + subtype;
    }

    private boolean has(TrackKind kind) {
        return tracks.stream().anyMatch(track -> track.told().is(kind));
    }

    private Optional<MatroskaTrack> picture() {
        return tracks.stream()
                .filter(track ->
                        track.told().is(TrackKind.VIDEO) && track.told().size() != null)
                .findFirst();
    }
}

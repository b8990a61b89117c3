package org.mediaenricher.media.container;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mediaenricher.media.FailureCode;
import org.mediaenricher.media.TrackKind;

/** What a movie box holds (ISO/IEC 14496-12, 8.2.1): header, tracks, and where the words about it stand. */
final class Movie {
    private static final int MOST_TRACKS = 256;

    private final List<MovieTrack> tracks = new ArrayList<>(2);
    private final List<Box> wordBoxes = new ArrayList<>(2);
    private MovieHeader header = MovieHeader.NONE;
    private Box extension;
    private Duration extended;

    private Movie() {}

    static Movie of(ByteWindow window, Box moov) {
        Movie movie = new Movie();
        try {
            movie.boxes(window, moov);
        } catch (Unreadable e) {
            if (e.code() == FailureCode.TOO_LARGE || movie.tracks.isEmpty()) {
                throw e;
            }
        }
        movie.settle();
        return movie;
    }

    private void boxes(ByteWindow window, Box moov) {
        Boxes boxes = Boxes.in(window, moov);
        for (Box box = boxes.next(); box != null; box = boxes.next()) {
            switch (box.name()) {
                case "mvhd" -> header = MovieHeader.of(window, box);
                case "trak" -> add(MovieTrack.of(window, box));
                case "udta", "meta" -> wordBoxes.add(box);
                case "mvex" -> extension(window, box);
                default -> {}
            }
        }
    }

    private void add(MovieTrack track) {
        if (track.isDescribed()) {
            tracks.add(track);
        }
        if (tracks.size() > MOST_TRACKS) {
            throw Unreadable.tooLarge("the movie has more than " + MOST_TRACKS + " tracks");
        }
    }

    /** The movie extends header's duration (ISO/IEC 14496-12, 8.8.2), in units of the movie header's. */
    private void extension(ByteWindow window, Box mvex) {
        extension = mvex;
        Boxes.child(window, mvex, "mehd").ifPresent(mehd -> {
            boolean wide = window.u8(mehd.content()) == 1;
            long units = MovieHeader.duration(window, mehd.content() + 4, wide);
            extended = PlayTime.of(units, header.timescale());
        });
    }

    /** What can only be said when all is read: chapters are no content, and the movie turns its tracks. */
    private void settle() {
        Set<Long> chapters = new HashSet<>();
        tracks.forEach(track -> chapters.addAll(track.chapters()));
        for (MovieTrack track : tracks) {
            track.told().orientation(track.matrix().then(header.matrix()).orientation());
            if (extension == null) {
                track.told().bitRate(track.measuredBitRate());
            }
            if (chapters.contains(track.id())) {
                track.told().kind(TrackKind.OTHER);
            }
        }
    }

    MovieHeader header() {
        return header;
    }

    List<MovieTrack> tracks() {
        return tracks;
    }

    /** The boxes {@code udta} and {@code meta}. */
    List<Box> wordBoxes() {
        return wordBoxes;
    }

    /** The box with the defaults for fragments. */
    Optional<Box> extension() {
        return Optional.ofNullable(extension);
    }

    /**
     * Whether only its fragments tell how long it lasts: its headers do not, or they count nothing but the
     * samples that stand in the movie box itself.
     */
    boolean isTimedByFragments() {
        return extension != null && extended == null && (header.playTime() == null || hasSamples());
    }

    /** Whether there are samples before the first fragment. */
    boolean hasSamples() {
        return tracks.stream().anyMatch(MovieTrack::hasSamples);
    }

    /** As the headers say, or null: the longer of movie and fragments, else the longest track. */
    Duration duration() {
        Duration whole = longer(header.playTime(), extended);
        for (MovieTrack track : whole == null ? tracks : List.<MovieTrack>of()) {
            whole = longer(whole, track.told().duration());
        }
        return whole;
    }

    private static Duration longer(Duration one, Duration other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.compareTo(other) >= 0 ? one : other;
    }

    boolean has(TrackKind kind) {
        return tracks.stream().anyMatch(track -> track.told().is(kind));
    }

    /** The video track that is shown: the first enabled one, else the first. */
    Optional<MovieTrack> picture() {
        List<MovieTrack> video = tracks.stream()
                .filter(track -> track.told().is(TrackKind.VIDEO))
                .toList();
        return video.stream()
                .filter(MovieTrack::isEnabled)
                .findFirst()
                .or(() -> video.stream().findFirst());
    }
}

package org.mediaenricher.media.container;

import org.mediaenricher.media.TrackKind;

/** Goes through a movie file's own boxes: to the movie box wherever it stands, and on only where a fragmented one needs it. */
final class MovieFile {
    /** A movie box up to this length comes in one read; of a longer one only what is looked at. */
    private static final int WHOLE = 1 << 20;

    private static final int MOST_BEHIND = 4;

    private final ByteWindow window;
    private final FactsBuilder facts;
    private final MetadataBlocks blocks = new MetadataBlocks();
    private MovieBrands brands = MovieBrands.none();

    MovieFile(ByteWindow window, FactsBuilder facts) {
        this.window = window;
        this.facts = facts;
    }

    void read() {
        Boxes boxes = Boxes.ofFile(window);
        Box moov = movieBox(boxes);
        Movie movie = Movie.of(window, moov);
        if (movie.tracks().isEmpty()) {
            throw Unreadable.malformed("the movie has no track that says what it holds");
        }
        tell(movie);
        if (movie.isTimedByFragments()) {
            SidePart.read(() -> new Fragments(window, movie).tell(boxes, facts));
        } else {
            new Fragments(window, movie).tellTracks(moov, facts);
        }
        SidePart.read(() -> new MovieWords(window, facts, blocks).tell(movie));
        if (blocks.isEmpty() && movie.extension().isEmpty()) {
            SidePart.read(() -> blocksBehind(boxes));
        }
        blocks.tell(facts);
        facts.captured(movie.header().captured());
    }

    private Box movieBox(Boxes boxes) {
        for (Box box = boxes.next(); box != null; box = boxes.next()) {
            if (box.is("ftyp") && box.length() >= 8) {
                brands = MovieBrands.of(window, box);
            } else if (box.is("uuid") && window.has(box.content(), 16) && isXmp(box)) {
                blocks.xmp(window, box.content() + 16, box.length() - 16);
            } else if (box.is("moov")) {
                return near(box);
            }
        }
        throw Unreadable.truncated("the movie box, which says what the file holds, is missing");
    }

    /** Editors append their packet behind the rest. */
    private void blocksBehind(Boxes following) {
        Box box = following.next();
        for (int left = MOST_BEHIND; left > 0 && box != null; left--) {
            if (box.is("uuid") && window.has(box.content(), 16) && isXmp(box)) {
                blocks.xmp(window, box.content() + 16, box.length() - 16);
            }
            box = following.next();
        }
    }

    /** XMP's own identifier (XMP specification part 3, 1.1.8). */
    private boolean isXmp(Box uuid) {
        return window.i64(uuid.content()) == 0xbe7a_cfcb_97a9_42e8L
                && window.i64(uuid.content() + 8) == 0x9c71_9994_91e3_afacL;
    }

    private Box near(Box moov) {
        if (moov.end() - moov.start() <= WHOLE) {
            window.slice(moov.start(), (int) (moov.end() - moov.start()));
        }
        return moov;
    }

    private void tell(Movie movie) {
        boolean sound = movie.has(TrackKind.AUDIO);
        boolean video = movie.has(TrackKind.VIDEO);
        facts.contentType(brands.contentType(sound && !video));
        movie.picture().ifPresent(this::tellPicture);
        if (movie.duration() != null) {
            facts.duration(movie.duration());
        }
    }

    private void tellPicture(MovieTrack track) {
        TrackBuilder told = track.told();
        long width = track.laidOutWidth();
        long height = track.displayHeight();
        boolean stored = told.size() != null;
        facts.encoded(stored ? told.size().width() : width, stored ? told.size().height() : height);
        if (stored
                && isLayout(width, told.size().width())
                && isLayout(height, told.size().height())) {
            facts.cropped(width, height);
        }
        facts.turnedByContainer(told.orientation());
        if (told.isHdr()) {
            facts.hdr();
        }
    }

    /** Whether a side as laid out fits the stored one: pixels may be oblong, but not by more than four to one. */
    private static boolean isLayout(long shown, long stored) {
        return shown > 0 && shown <= 4 * stored && stored <= 4 * shown;
    }
}

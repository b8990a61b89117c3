package org.mediaenricher.media.container;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * How long a fragmented movie lasts whose headers do not say: by its segment indexes (ISO/IEC 14496-12,
 * 8.16.3), else by its fragments (8.8). Goes from box to box; where that would take more than a few
 * reads the duration stays unknown.
 */
final class Fragments {
    /** Boxes elsewhere in the file, each of which takes a read. */
    private static final int MOST_HOPS = 12;

    private final ByteWindow window;
    private final Movie movie;
    private final Map<Long, TrackRuns> runs = new HashMap<>();
    private Duration indexed;

    Fragments(ByteWindow window, Movie movie) {
        this.window = window;
        this.movie = movie;
        for (MovieTrack track : movie.tracks()) {
            runs.put(track.id(), new TrackRuns(window, track.timescale()));
        }
        movie.extension().ifPresent(this::defaults);
    }

    /** Tells the tracks, and the duration where the boxes after the movie box tell it. */
    void tell(Boxes following, FactsBuilder facts) {
        boolean whole = false;
        try {
            whole = walk(following);
        } finally {
            movie.tracks().forEach(track -> tell(track, facts));
        }
        if (whole && indexed != null) {
            facts.duration(indexed);
        } else if (whole) {
            runs.values().stream()
                    .map(run -> run.playTime(movie.hasSamples()))
                    .filter(Objects::nonNull)
                    .forEach(facts::duration);
        }
    }

    /** Tells the tracks of a movie whose headers say how long it lasts; their frame rate stands in the first fragment. */
    void tellTracks(Box movieBox, FactsBuilder facts) {
        firstFragment(movieBox.end());
        movie.tracks().forEach(track -> tell(track, facts));
    }

    private void tell(MovieTrack track, FactsBuilder facts) {
        TrackRuns of = runs.get(track.id());
        facts.track(track.told().frameRate(of.frameRate()).build());
    }

    /** ISO/IEC 14496-12, 8.8.3. */
    private void defaults(Box mvex) {
        Boxes boxes = Boxes.in(window, mvex);
        for (Box box = boxes.next(); box != null; box = boxes.next()) {
            TrackRuns track = box.is("trex") ? runs.get(window.u32(box.content() + 4)) : null;
            if (track != null) {
                track.defaultDuration(window.u32(box.content() + 12));
            }
        }
    }

    /** Whether all boxes were seen, or passed over by an index that covers them. */
    private boolean walk(Boxes following) {
        Boxes boxes = following;
        int hops = 0;
        for (Box box = boxes.next(); box != null; box = boxes.next()) {
            long next = box.end();
            if (box.is("sidx")) {
                firstFragment(next);
                next = index(box);
                boxes = Boxes.between(window, next, window.size());
            } else if (box.is("moof")) {
                fragment(box);
            }
            if (!window.isNear(next) && ++hops > MOST_HOPS) {
                return false;
            }
        }
        return true;
    }

    /** The frame rate stands in the fragments alone, of which an index passes over all. */
    private void firstFragment(long at) {
        boolean seen = runs.values().stream().anyMatch(run -> run.frameRate() > 0);
        if (seen || movie.extension().isEmpty() || at >= window.size() || !window.isNear(at)) {
            return;
        }
        SidePart.read(() -> {
            Boxes boxes = Boxes.between(window, at, window.size());
            Box box = boxes.next();
            while (box != null && !box.is("moof") && !box.is("mdat") && window.isNear(box.end())) {
                box = boxes.next();
            }
            if (box != null && box.is("moof")) {
                fragment(box);
            }
        });
    }

    /** Adds what an index covers, and tells where that ends. */
    private long index(Box sidx) {
        long at = sidx.content();
        boolean wide = window.u8(at) == 1;
        long timescale = window.u32(at + 8);
        long end = sidx.end() + (wide ? window.i64(at + 20) : window.u32(at + 16));
        long references = at + (wide ? 30 : 22);
        int count = window.u16(references);
        long units = 0;
        for (int i = 0; i < count; i++) {
            window.step();
            long reference = references + 2 + 12L * i;
            end += window.u32(reference) & 0x7fff_ffffL;
            units += window.u32(reference + 4);
        }
        indexed = plus(indexed, PlayTime.of(units, timescale));
        return end < sidx.end() ? window.size() : end;
    }

    private static Duration plus(Duration known, Duration more) {
        return known == null || more == null ? more == null ? known : more : known.plus(more);
    }

    private void fragment(Box moof) {
        Boxes boxes = Boxes.in(window, moof);
        for (Box traf = boxes.next(); traf != null; traf = boxes.next()) {
            if (traf.is("traf")) {
                track(traf);
            }
        }
    }

    private void track(Box traf) {
        TrackRuns track = null;
        Boxes boxes = Boxes.in(window, traf);
        for (Box box = boxes.next(); box != null; box = boxes.next()) {
            if (box.is("tfhd")) {
                track = runs.get(window.u32(box.content() + 4));
                if (track != null) {
                    track.begin(box);
                }
            } else if (track != null && box.is("tfdt")) {
                track.from(box);
            } else if (track != null && box.is("trun")) {
                track.run(box);
            }
        }
    }
}

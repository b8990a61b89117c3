package org.mediaenricher.media.container;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** The movie box of an image sequence (ISO/IEC 23008-12, 7): how many pictures for how long, and their size. */
final class HeifSequence {
    private final ByteWindow window;

    private HeifSequence(ByteWindow window) {
        this.window = window;
    }

    static void read(ByteWindow window, Box movie, FactsBuilder facts) {
        HeifSequence sequence = new HeifSequence(window);
        Boxes tracks = Boxes.in(window, movie);
        for (Box track = tracks.next(); track != null; track = tracks.next()) {
            if (track.is("trak") && sequence.isPictures(track)) {
                sequence.track(track, facts);
                return;
            }
        }
    }

    /** The handler of a track with pictures is {@code pict}, that of one with video {@code vide}. */
    private boolean isPictures(Box track) {
        return path(track, "mdia", "hdlr")
                .map(box -> window.matches(box.content() + 8, "pict") || window.matches(box.content() + 8, "vide"))
                .orElse(false);
    }

    private void track(Box track, FactsBuilder facts) {
        long pictures = path(track, "mdia", "minf", "stbl", "stsz")
                .map(box -> window.u32(box.content() + 8))
                .orElse(0L);
        facts.frames(pictures > 0 ? Counts.of(pictures) : OptionalInt.empty(), OptionalInt.empty(), pictures > 1);
        path(track, "mdia", "mdhd").flatMap(this::duration).ifPresent(facts::duration);
        if (!facts.hasPicture()) {
            path(track, "tkhd").ifPresent(box -> size(box, facts));
        }
    }

    /** ISO/IEC 14496-12, 8.4.2: a timescale and a duration in it. */
    private Optional<Duration> duration(Box header) {
        boolean wide = window.u8(header.content()) == 1;
        long at = header.content() + (wide ? 20 : 12);
        long scale = window.u32(at);
        long units = wide ? window.i64(at + 4) : window.u32(at + 4);
        boolean known = scale > 0 && units > 0 && (wide ? units < Long.MAX_VALUE >> 30 : units < 0xffffffffL);
        return known ? Optional.of(Duration.ofMillis(Math.round(units * 1000.0 / scale))) : Optional.empty();
    }

    /** ISO/IEC 14496-12, 8.3.2: the sides end the track's header, in 16.16 fixed point. */
    private void size(Box header, FactsBuilder facts) {
        facts.encoded(window.u32(header.end() - 8) >> 16, window.u32(header.end() - 4) >> 16);
    }

    private Optional<Box> path(Box from, String... types) {
        Optional<Box> box = Optional.of(from);
        for (String type : types) {
            box = box.flatMap(parent -> Boxes.child(window, parent, type));
        }
        return box;
    }
}

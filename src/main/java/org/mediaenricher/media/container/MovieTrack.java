package org.mediaenricher.media.container;

import java.util.ArrayList;
import java.util.List;

/** One track box of a movie (ISO/IEC 14496-12, 8.3): its header, the tracks it refers to, its media. */
final class MovieTrack {
    private static final int MOST_REFERENCES = 64;

    private final ByteWindow window;
    private final TrackBuilder told = new TrackBuilder();
    private final TrackMedia media;
    private final List<Long> chapters = new ArrayList<>(0);
    private long id;
    private boolean enabled = true;
    private long displayWidth;
    private long displayHeight;
    private MovieMatrix matrix = MovieMatrix.IDENTITY;

    private MovieTrack(ByteWindow window) {
        this.window = window;
        this.media = new TrackMedia(window, told);
    }

    static MovieTrack of(ByteWindow window, Box trak) {
        MovieTrack track = new MovieTrack(window);
        Boxes boxes = Boxes.in(window, trak);
        for (Box box = boxes.next(); box != null; box = boxes.next()) {
            switch (box.name()) {
                case "tkhd" -> track.header(box);
                case "tref" -> track.references(box);
                case "mdia" -> track.media.read(box);
                default -> {}
            }
        }
        return track;
    }

    TrackBuilder told() {
        return told;
    }

    long id() {
        return id;
    }

    long timescale() {
        return media.timescale();
    }

    long measuredBitRate() {
        return media.measuredBitRate();
    }

    boolean isEnabled() {
        return enabled;
    }

    /** Whether it says how to decode it; a track that does not plays nowhere. */
    boolean isDescribed() {
        return media.isDescribed();
    }

    /** Whether it has samples outside of fragments. */
    boolean hasSamples() {
        return media.hasSamples();
    }

    /** The tracks that hold this one's chapter titles and pictures. */
    List<Long> chapters() {
        return chapters;
    }

    MovieMatrix matrix() {
        return matrix;
    }

    /** The width as laid out before turning; 0 where it is not told. */
    long displayWidth() {
        return displayWidth;
    }

    /**
     * The same, or where the header repeats the stored size although the pixels are oblong, the width they come to
     * (ISO/IEC 14496-12, 12.1.4: the pixel aspect ratio).
     */
    long laidOutWidth() {
        boolean repeated = told.size() != null
                && displayWidth == told.size().width()
                && displayHeight == told.size().height();
        return repeated ? Math.round(displayWidth * told.pixelAspect()) : displayWidth;
    }

    long displayHeight() {
        return displayHeight;
    }

    /** ISO/IEC 14496-12, 8.3.2. */
    private void header(Box tkhd) {
        long at = tkhd.content();
        int wider = window.u8(at) == 1 ? 12 : 0;
        enabled = (window.u8(at + 3) & 1) == 1;
        id = window.u32(at + (wider == 0 ? 12 : 20));
        matrix = MovieMatrix.at(window, at + 40 + wider);
        displayWidth = window.u16(at + 76 + wider); // the whole pixels of a 16.16 fixed-point number
        displayHeight = window.u16(at + 80 + wider);
    }

    /** The chapter reference of QuickTime (QuickTime File Format, "Track Reference Atoms"). */
    private void references(Box tref) {
        Boxes.child(window, tref, "chap").ifPresent(chap -> {
            for (long at = chap.content(); at + 4 <= chap.end() && chapters.size() < MOST_REFERENCES; at += 4) {
                chapters.add(window.u32(at));
            }
        });
    }
}

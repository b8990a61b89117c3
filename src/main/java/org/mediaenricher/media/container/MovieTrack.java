package org.mediaenricher.media.container;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.mediaenricher.media.TrackKind;

/**
 * One track box of a movie (ISO/IEC 14496-12, 8.3): track header, media header, handler, sample
 * description and the number of samples. The long sample tables are hopped over.
 */
final class MovieTrack {
    private static final int MOST_REFERENCES = 64;

    private final ByteWindow window;
    private final TrackBuilder told = new TrackBuilder();
    private final List<Long> chapters = new ArrayList<>(0);
    private long id;
    private boolean enabled = true;
    private boolean described;
    private long displayWidth;
    private long displayHeight;
    private long timescale;
    private long duration;
    private long samples;
    private long firstChunk;
    private MovieMatrix matrix = MovieMatrix.IDENTITY;

    private MovieTrack(ByteWindow window) {
        this.window = window;
    }

    static MovieTrack of(ByteWindow window, Box trak) {
        MovieTrack track = new MovieTrack(window);
        Boxes boxes = Boxes.in(window, trak);
        for (Box box = boxes.next(); box != null; box = boxes.next()) {
            switch (box.name()) {
                case "tkhd" -> track.header(box);
                case "tref" -> track.references(box);
                case "mdia" -> track.media(box);
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
        return timescale;
    }

    boolean isEnabled() {
        return enabled;
    }

    /** Whether it says how to decode it; a track that does not plays nowhere. */
    boolean isDescribed() {
        return described;
    }

    /** Whether it has samples outside of fragments. */
    boolean hasSamples() {
        return samples > 0;
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

    private void media(Box mdia) {
        Box minf = null;
        Boxes boxes = Boxes.in(window, mdia);
        for (Box box = boxes.next(); box != null; box = boxes.next()) {
            switch (box.name()) {
                case "mdhd" -> mediaHeader(box);
                case "hdlr" -> told.kind(kind(window.latin1(box.content() + 8, 4)));
                case "minf" -> minf = box; // needs the handler, which some files put behind it
                default -> {}
            }
        }
        if (minf != null) {
            Boxes.child(window, minf, "stbl").ifPresent(this::sampleTable);
        }
        if (told.isCoded("mp3") && firstChunk > 0) {
            SidePart.read(this::mpegLayer);
        }
        if (samples > 1 && duration > 0) {
            told.frameRate((double) samples * timescale / duration);
        }
    }

    /** The object types of MPEG audio do not say which of the three layers it is; the first frame does. */
    private void mpegLayer() {
        AudioFrame frame = MpegAudioReader.FRAMES.at(window, firstChunk);
        told.codec(frame == null ? null : frame.codec());
    }

    /** ISO/IEC 14496-12, 8.4.2. */
    private void mediaHeader(Box mdhd) {
        long at = mdhd.content();
        boolean wide = window.u8(at) == 1;
        long clock = at + (wide ? 20 : 12);
        timescale = window.u32(clock);
        duration = MovieHeader.duration(window, clock + 4, wide);
        told.duration(PlayTime.of(duration, timescale)).language(language(clock + (wide ? 12 : 8)));
    }

    /** Three letters of five bits, counted from 0x60; smaller numbers are Macintosh language codes, not read. */
    private String language(long at) {
        int packed = window.u16(at);
        if (packed < 0x400 || packed == 0x7fff) {
            return null;
        }
        byte[] letters = {
            (byte) (0x60 + (packed >> 10 & 31)), (byte) (0x60 + (packed >> 5 & 31)), (byte) (0x60 + (packed & 31))
        };
        String tag = new String(letters, StandardCharsets.ISO_8859_1);
        return tag.chars().allMatch(c -> c >= 'a' && c <= 'z') ? tag : null;
    }

    private static TrackKind kind(String handler) {
        return switch (handler) {
            case "vide" -> TrackKind.VIDEO;
            case "soun" -> TrackKind.AUDIO;
            case "text", "subt", "sbtl", "subp", "clcp" -> TrackKind.SUBTITLE;
            default -> TrackKind.OTHER;
        };
    }

    private void sampleTable(Box stbl) {
        Boxes boxes = Boxes.in(window, stbl);
        for (Box box = boxes.next(); box != null; box = boxes.next()) {
            switch (box.name()) {
                case "stsd" -> described = SampleDescription.tell(window, box, told);
                case "stsz", "stz2" -> samples = window.u32(box.content() + 8);
                case "stco" -> firstChunk = box.length() < 12 ? 0 : window.u32(box.content() + 8);
                case "co64" -> firstChunk = box.length() < 16 ? 0 : window.i64(box.content() + 8);
                default -> {}
            }
        }
    }
}

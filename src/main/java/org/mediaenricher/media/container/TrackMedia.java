package org.mediaenricher.media.container;

import java.nio.charset.StandardCharsets;
import org.mediaenricher.media.TrackKind;

/**
 * A track's media box (ISO/IEC 14496-12, 8.4): media header, handler, sample description and the number
 * of samples. The long sample tables are hopped over.
 */
final class TrackMedia {
    private final ByteWindow window;
    private final TrackBuilder told;
    private boolean described;
    private long timescale;
    private long duration;
    private long samples;
    private long bytes;
    private long firstChunk;

    TrackMedia(ByteWindow window, TrackBuilder told) {
        this.window = window;
        this.told = told;
    }

    /** Units a second. */
    long timescale() {
        return timescale;
    }

    boolean isDescribed() {
        return described;
    }

    boolean hasSamples() {
        return samples > 0;
    }

    /** Bits a second of the samples in the movie box, or 0: more than a header's promise where those are all. */
    long measuredBitRate() {
        return bytes > 0 && duration > 0 ? Math.round(8.0 * bytes * timescale / duration) : 0;
    }

    void read(Box mdia) {
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

    /**
     * ISO/IEC 14496-12, 8.7.3.2. Summed up where the table is at hand; sound of one byte a sample is QuickTime's
     * way to count samples, whatever their size.
     */
    private void sampleSizes(Box stsz) {
        long each = window.u32(stsz.content() + 4);
        samples = window.u32(stsz.content() + 8);
        bytes = each == 1 ? 0 : each * samples;
        boolean atHand = window.isNear(stsz.start()) && window.isNear(stsz.end() - 1);
        for (long at = stsz.content() + 12; each == 0 && atHand && at + 4 <= stsz.end(); at += 4) {
            bytes += window.u32(at);
        }
    }

    private void sampleTable(Box stbl) {
        Boxes boxes = Boxes.in(window, stbl);
        for (Box box = boxes.next(); box != null; box = boxes.next()) {
            switch (box.name()) {
                case "stsd" -> described = SampleDescription.tell(window, box, told);
                case "stsz" -> sampleSizes(box);
                case "stz2" -> samples = window.u32(box.content() + 8);
                case "stco" -> firstChunk = box.length() < 12 ? 0 : window.u32(box.content() + 8);
                case "co64" -> firstChunk = box.length() < 16 ? 0 : window.i64(box.content() + 8);
                default -> {}
            }
        }
    }
}

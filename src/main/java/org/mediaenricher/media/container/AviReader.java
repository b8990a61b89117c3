package org.mediaenricher.media.container;

import java.time.Duration;
import org.mediaenricher.media.TrackKind;

/** AVI (Microsoft "AVI RIFF File Reference"): the header list at its beginning. */
final class AviReader implements FormatReader {
    @Override
    public boolean recognises(ByteWindow window) {
        return window.matches(0, "RIFF") && window.matches(8, "AVI ");
    }

    @Override
    public void read(ByteWindow window, FactsBuilder facts) {
        facts.contentType("video/x-msvideo");
        boolean[] seen = {false};
        RiffChunks chunks = new RiffChunks(window, 12, window.size());
        while (chunks.next() && !(seen[0] && isMedia(window, chunks))) {
            if (isList(window, chunks, "hdrl")) {
                header(window, chunks.content() + 4, end(chunks), facts);
                seen[0] = true;
            } else if (isList(window, chunks, "INFO")) {
                RiffInfo.tell(window, chunks.content() + 4, end(chunks), facts);
            }
        }
        if (!seen[0]) {
            throw Unreadable.truncated("the AVI file ends before its header");
        }
    }

    private static boolean isMedia(ByteWindow window, RiffChunks chunks) {
        return isList(window, chunks, "movi");
    }

    private static boolean isList(ByteWindow window, RiffChunks chunks, String type) {
        return chunks.is("LIST") && window.matches(chunks.content(), type);
    }

    private static long end(RiffChunks chunks) {
        return chunks.content() + chunks.length();
    }

    private static void header(ByteWindow window, long from, long end, FactsBuilder facts) {
        RiffChunks chunks = new RiffChunks(window, from, end);
        while (chunks.next()) {
            if (chunks.is("avih") && chunks.length() >= 40) {
                mainHeader(window, chunks.content(), facts);
            } else if (isList(window, chunks, "strl")) {
                stream(window, chunks.content() + 4, end(chunks), facts);
            }
        }
    }

    /** AVIMAINHEADER: microseconds a frame first, frames at 16, width at 32, height at 36. */
    private static void mainHeader(ByteWindow window, long at, FactsBuilder facts) {
        facts.encoded(window.u32le(at + 32), window.u32le(at + 36));
        Duration lasting = PlayTime.ofSeconds(window.u32le(at) * 1e-6 * window.u32le(at + 16));
        if (lasting != null) {
            facts.duration(lasting);
        }
    }

    private static void stream(ByteWindow window, long from, long end, FactsBuilder facts) {
        TrackBuilder track = new TrackBuilder();
        RiffChunks chunks = new RiffChunks(window, from, end);
        while (chunks.next()) {
            if (chunks.is("strh") && chunks.length() >= 36) {
                streamHeader(window, chunks.content(), track);
            } else if (chunks.is("strf")) {
                format(window, chunks, track);
            }
        }
        facts.track(track.build());
    }

    /** AVISTREAMHEADER: type, handler; scale at 20, rate at 24, length at 32. */
    private static void streamHeader(ByteWindow window, long at, TrackBuilder track) {
        double perSecond = (double) window.u32le(at + 24) / window.u32le(at + 20);
        track.kind(kind(window.latin1(at, 4))).duration(PlayTime.ofSeconds(window.u32le(at + 32) / perSecond));
        if (track.is(TrackKind.VIDEO)) {
            track.frameRate(perSecond);
        }
    }

    private static TrackKind kind(String type) {
        return switch (type) {
            case "vids" -> TrackKind.VIDEO;
            case "auds" -> TrackKind.AUDIO;
            case "txts" -> TrackKind.SUBTITLE;
            default -> TrackKind.OTHER;
        };
    }

    private static void format(ByteWindow window, RiffChunks chunks, TrackBuilder track) {
        long at = chunks.content();
        if (track.is(TrackKind.AUDIO)) {
            WaveFormat.of(window, at, chunks.length()).tell(track);
        } else if (track.is(TrackKind.VIDEO) && chunks.length() >= 20) {
            track.codec(MovieCodecs.name(window.latin1(at + 16, 4)));
            track.size(window.i32le(at + 4), Math.abs((long) window.i32le(at + 8))); // negative: top row first
        }
    }
}

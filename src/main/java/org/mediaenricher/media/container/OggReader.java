package org.mediaenricher.media.container;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.mediaenricher.media.TrackKind;

/**
 * Ogg (RFC 3533) with Vorbis, Opus, FLAC, Speex and Theora in it. The streams' first packets say what
 * they hold, their second what is written about it, and the last page how long it lasts: one read there.
 */
final class OggReader implements FormatReader {
    private static final int MOST_STREAMS = 64;
    private static final int MOST_HEADER_PAGES = 1000;
    private static final int TAIL = 64 * 1024;

    @Override
    public boolean recognises(ByteWindow window) {
        return window.matches(0, "OggS") && window.has(0, OggPage.HEADER) && window.u8(4) == 0;
    }

    @Override
    public void read(ByteWindow window, FactsBuilder facts) {
        List<OggStream> streams = streams(window);
        boolean video = streams.stream().anyMatch(stream -> stream.track().is(TrackKind.VIDEO));
        facts.contentType(video ? "video/ogg" : "audio/ogg"); // RFC 5334
        OggStream main = main(streams, video);
        SidePart.read(() -> lasting(window, main, facts));
        streams.forEach(stream -> stream.tell(facts));
    }

    /** The streams that begin together, each with the comments that follow. */
    private static List<OggStream> streams(ByteWindow window) {
        List<OggStream> streams = new ArrayList<>(1);
        OggPage page = OggPage.at(window, 0);
        while (page != null && page.isFirst() && streams.size() < MOST_STREAMS) {
            streams.add(OggStream.of(window, page));
            page = page.next(window);
        }
        OggPage following = page;
        SidePart.read(() -> comments(window, following, streams));
        return streams;
    }

    private static void comments(ByteWindow window, OggPage from, List<OggStream> streams) {
        OggPage page = from;
        for (int i = 0; page != null && i < MOST_HEADER_PAGES; i++) {
            OggPage here = page;
            streams.stream().filter(stream -> stream.owns(here)).forEach(stream -> stream.take(window, here));
            if (streams.stream().allMatch(OggStream::isCommented)) {
                return;
            }
            page = page.next(window);
        }
    }

    private static OggStream main(List<OggStream> streams, boolean video) {
        TrackKind kind = video ? TrackKind.VIDEO : TrackKind.AUDIO;
        return streams.stream()
                .filter(stream -> stream.track().is(kind))
                .findFirst()
                .orElseThrow(() -> Unreadable.unsupported("none of the streams in the Ogg file is of a known kind"));
    }

    /** By the last page of the main stream that tells a position. */
    private static void lasting(ByteWindow window, OggStream main, FactsBuilder facts) {
        long from = Math.max(0, window.size() - TAIL);
        Slice tail = window.slice(from, (int) (window.size() - from));
        for (int i = tail.length() - OggPage.HEADER; i >= 0; i--) {
            if (tail.after(i).startsWith("OggS")) {
                OggPage page = OggPage.at(window, from + i);
                Duration lasting = page == null || !main.owns(page) ? null : main.playTime(page.position());
                if (lasting != null) {
                    main.track().duration(lasting);
                    facts.duration(lasting);
                    return;
                }
            }
        }
    }
}

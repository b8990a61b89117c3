package org.mediaenricher.media.container;

import org.mediaenricher.media.TrackKind;

/** FLAC (RFC 9639): the metadata blocks; pictures are hopped over. */
final class FlacReader implements FormatReader {
    private static final int STREAM_INFO = 0;
    private static final int VORBIS_COMMENT = 4;
    private static final int LONGEST_COMMENT = 256 * 1024;
    private static final int MOST_FETCHES = 2;

    @Override
    public boolean recognises(ByteWindow window) {
        return window.matches(0, "fLaC");
    }

    @Override
    public void read(ByteWindow window, FactsBuilder facts) {
        read(window, 0, facts);
    }

    /** Reads from the marker on. */
    static void read(ByteWindow window, long marker, FactsBuilder facts) {
        long at = marker + 4;
        if ((window.u8(at) & 0x7f) != STREAM_INFO) {
            throw Unreadable.malformed("a FLAC stream begins with something other than its stream information");
        }
        FlacStreamInfo info = FlacStreamInfo.at(window, at + 4);
        facts.contentType("audio/flac");
        tell(info, window.size() - marker, facts);
        SidePart.read(() -> comments(window, at, facts));
    }

    private static void tell(FlacStreamInfo info, long bytes, FactsBuilder facts) {
        TrackBuilder track = new TrackBuilder().kind(TrackKind.AUDIO).duration(info.playTime());
        info.tell(track);
        if (info.playTime() != null) {
            facts.duration(info.playTime());
            track.bitRate(Math.round(bytes * 8.0 * info.sampleRate() / info.samples()));
        }
        facts.track(track.build());
    }

    /** A flag for the last block, seven bits of type, three bytes of length (RFC 9639, 8.1). */
    private static void comments(ByteWindow window, long firstBlock, FactsBuilder facts) {
        int fetches = 0;
        boolean last = false;
        for (long at = firstBlock; !last && (window.isNear(at) || ++fetches <= MOST_FETCHES); ) {
            window.step();
            int head = window.u8(at);
            int length = window.u24(at + 1);
            if ((head & 0x7f) == VORBIS_COMMENT) {
                long known = Math.min(Math.min(length, LONGEST_COMMENT), window.size() - at - 4);
                VorbisComment.tell(window.bytes(at + 4, (int) known), 0, facts);
            }
            last = head >= 0x80;
            at += 4 + length;
        }
    }
}

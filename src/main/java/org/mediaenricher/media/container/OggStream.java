package org.mediaenricher.media.container;

import java.io.ByteArrayOutputStream;
import java.time.Duration;

/** One logical stream: what its first packet says, and its second packet, the comments, gathered from pages. */
final class OggStream {
    /** A second packet may hold pictures; texts come before them more often than not. */
    private static final int LONGEST_COMMENT = 64 * 1024;

    private final int serial;
    private final OggCodec codec;
    private final TrackBuilder track = new TrackBuilder();
    private final ByteArrayOutputStream comment = new ByteArrayOutputStream();
    private boolean commented;

    private OggStream(int serial, OggCodec codec) {
        this.serial = serial;
        this.codec = codec;
        this.commented = codec.commentStart() < 0;
    }

    /** The stream that begins with a page. */
    static OggStream of(ByteWindow window, OggPage first) {
        OggStream stream = new OggStream(first.serial(), OggCodec.of(window, first.content()));
        stream.codec.tell(window, first.content(), stream.track);
        return stream;
    }

    boolean owns(OggPage page) {
        return page.serial() == serial;
    }

    TrackBuilder track() {
        return track;
    }

    /** How long the stream lasts up to a page's position, or null. */
    Duration playTime(long position) {
        return codec.playTime(position);
    }

    boolean isCommented() {
        return commented;
    }

    /** Adds a page's part of the second packet. */
    void take(ByteWindow window, OggPage page) {
        long at = page.content();
        for (int length : page.segments()) {
            if (commented) {
                return;
            }
            comment.writeBytes(window.bytes(at, length));
            at += length;
            commented = length < 255 || comment.size() >= LONGEST_COMMENT;
        }
    }

    void tell(FactsBuilder facts) {
        if (codec.isShown(track)) {
            facts.encoded(track.size().width(), track.size().height());
            codec.tellShown(facts);
        }
        facts.track(track.build());
        if (comment.size() > 0) {
            VorbisComment.tell(comment.toByteArray(), codec.commentStart(), facts);
        }
    }
}

package org.mediaenricher.media.container;

import java.time.Duration;
import org.mediaenricher.media.TrackKind;

/**
 * What an Ogg stream holds, by its first packet, and how its pages count time: Vorbis I specification,
 * 4.2.2; RFC 7845, 5.1 (Opus); RFC 9639, 10.1 (FLAC); Theora specification, 6.2; Speex manual, 6.
 */
final class OggCodec {
    private enum Kind {
        VORBIS("\u0001vorbis", 7),
        OPUS("OpusHead", 8),
        FLAC("\u007fFLAC", 4),
        THEORA("\u0080theora", 7),
        SPEEX("Speex   ", 0),
        UNKNOWN("", -1);

        private final String magic;
        private final int commentStart;

        Kind(String magic, int commentStart) {
            this.magic = magic;
            this.commentStart = commentStart;
        }
    }

    private static final int OPUS_RATE = 48_000;

    private final Kind kind;
    private long rate;
    private long perRate = 1;
    private long preSkip;
    private int keyFrameShift;
    private long shownWidth;
    private long shownHeight;

    private OggCodec(Kind kind) {
        this.kind = kind;
    }

    /** By a first packet's magic. */
    static OggCodec of(ByteWindow window, long packet) {
        for (Kind kind : Kind.values()) {
            if (window.matches(packet, kind.magic)) {
                return new OggCodec(kind);
            }
        }
        return new OggCodec(Kind.UNKNOWN);
    }

    /** Where in the second packet the comments' vendor begins; -1 where there are none. */
    int commentStart() {
        return kind.commentStart;
    }

    void tell(ByteWindow window, long packet, TrackBuilder track) {
        switch (kind) {
            case VORBIS -> vorbis(window, packet, track);
            case OPUS -> opus(window, packet, track);
            case FLAC -> flac(window, packet, track);
            case THEORA -> theora(window, packet, track);
            case SPEEX -> speex(window, packet, track);
            case UNKNOWN -> {}
        }
    }

    private void vorbis(ByteWindow window, long packet, TrackBuilder track) {
        rate = window.u32le(packet + 12);
        track.kind(TrackKind.AUDIO)
                .codec("vorbis")
                .channels(window.u8(packet + 11))
                .sampleRate(rate);
        track.bitRate(window.i32le(packet + 20));
    }

    private void opus(ByteWindow window, long packet, TrackBuilder track) {
        rate = OPUS_RATE; // its positions always count so, and so it is played (RFC 7845, 4)
        preSkip = window.u16le(packet + 10);
        track.kind(TrackKind.AUDIO)
                .codec("opus")
                .channels(window.u8(packet + 9))
                .sampleRate(rate);
    }

    private void flac(ByteWindow window, long packet, TrackBuilder track) {
        FlacStreamInfo info = FlacStreamInfo.at(window, packet + 17);
        rate = info.sampleRate();
        info.tell(track.kind(TrackKind.AUDIO));
    }

    private void speex(ByteWindow window, long packet, TrackBuilder track) {
        rate = window.u32le(packet + 36);
        track.kind(TrackKind.AUDIO)
                .codec("speex")
                .channels(window.u32le(packet + 48))
                .sampleRate(rate);
    }

    private void theora(ByteWindow window, long packet, TrackBuilder track) {
        rate = window.u32(packet + 22);
        perRate = window.u32(packet + 26);
        keyFrameShift = window.u16(packet + 40) >> 5 & 31;
        shownWidth = window.u24(packet + 14);
        shownHeight = window.u24(packet + 17);
        track.kind(TrackKind.VIDEO).codec("theora").frameRate((double) rate / perRate);
        track.size(window.u16(packet + 10) * 16L, window.u16(packet + 12) * 16L);
    }

    boolean isShown(TrackBuilder track) {
        return kind == Kind.THEORA && track.size() != null;
    }

    /** Theora stores whole blocks and shows a part of them. */
    void tellShown(FactsBuilder facts) {
        if (shownWidth > 0 && shownHeight > 0) {
            facts.cropped(shownWidth, shownHeight);
        }
    }

    /** How long a stream lasts up to a page's position, or null. */
    Duration playTime(long position) {
        if (kind == Kind.THEORA) {
            long frames = (position >>> keyFrameShift) + (position & (1L << keyFrameShift) - 1);
            return position < 0 || rate == 0 ? null : PlayTime.ofSeconds((double) frames * perRate / rate);
        }
        return PlayTime.of(position - preSkip, rate);
    }
}

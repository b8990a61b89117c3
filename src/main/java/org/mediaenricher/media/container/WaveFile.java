package org.mediaenricher.media.container;

import java.time.Duration;
import org.mediaenricher.media.TrackKind;

/** What a WAVE file's chunks told: the format of its samples, and how many bytes of them there are. */
final class WaveFile {
    private WaveFormat format;
    private long longData = -1;
    private long samples;
    private long data;

    WaveFormat format() {
        return format;
    }

    void format(WaveFormat told) {
        format = format == null ? told : format;
    }

    /** The data's length where 32 bits do not hold it (EBU Tech 3306, 3). */
    void longData(long told) {
        longData = told;
    }

    /** Samples of each channel, as compressed formats tell them. */
    void samples(long told) {
        samples = told;
    }

    /**
     * The data chunk.
     *
     * @return where the next chunk is; the length told may be open or beyond the object's end
     */
    long data(long content, long told, long size) {
        long length = told == 0xffff_ffffL && longData > 0 ? longData : told;
        boolean known = !WaveReader.isOpen(length) && length > 0 && length <= size - content;
        data += known ? length : size - content;
        return known ? content + length + (length & 1) : size;
    }

    void tell(FactsBuilder facts) {
        facts.contentType("audio/x-wav");
        Duration lasting = playTime();
        if (lasting != null) {
            facts.duration(lasting);
        }
        TrackBuilder track = new TrackBuilder().kind(TrackKind.AUDIO).duration(lasting);
        format.tell(track);
        facts.track(track.build());
    }

    private Duration playTime() {
        boolean counted = samples > 0 && !format.isPcm();
        return counted ? PlayTime.of(samples, format.sampleRate()) : PlayTime.of(data, format.bytesPerSecond());
    }
}

package org.mediaenricher.media.derive;

import java.io.IOException;
import java.time.Duration;
import org.mediaenricher.media.Undecodable;

/** A decoder that is gone, and by whose fault. */
final class DecoderLost extends IOException {
    private static final long serialVersionUID = 1L;

    private final String code;

    private DecoderLost(String code, String sentence) {
        super(sentence);
        this.code = code;
    }

    static DecoderLost died() {
        return new DecoderLost("decoder-died", "Decoding the picture ended the process that did it.");
    }

    static DecoderLost tookLongerThan(Duration patience) {
        return new DecoderLost("decode-timeout", "Decoding took longer than " + patience.toSeconds() + " s.");
    }

    Undecodable undecodable() {
        return new Undecodable(code, getMessage());
    }
}

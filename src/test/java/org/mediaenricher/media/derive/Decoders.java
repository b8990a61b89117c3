package org.mediaenricher.media.derive;

import java.time.Duration;

/** Decoders for who is no application server. */
public final class Decoders {
    private Decoders() {}

    /** A pool of that many processes, with the settings a server has by default. */
    public static DecoderPool pool(int processes) {
        return new DecoderPool(new DecoderSettings(processes, Duration.ofSeconds(10), 768, 100_000_000, 128 << 20));
    }
}

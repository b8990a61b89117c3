package org.mediaenricher.media.derive;

import java.io.IOException;
import java.time.Duration;
import org.mediaenricher.media.Decoding;

/** A process with its time sheet: after enough work it is replaced, before what it may have leaked or used up counts. */
final class WarmDecoder {
    private static final int PICTURES = 10_000;
    private static final Duration WORK = Duration.ofMinutes(20);

    private final DecoderProcess process;
    private int pictures;
    private Duration worked = Duration.ZERO;

    WarmDecoder(DecoderProcess process) {
        this.process = process;
    }

    boolean ask(Question question) throws IOException {
        pictures++;
        return process.ask(question);
    }

    Decoding answer() throws IOException {
        long began = System.nanoTime();
        Decoding decoding = process.answer();
        worked = worked.plusNanos(System.nanoTime() - began);
        return decoding;
    }

    boolean isWornOut() {
        return pictures >= PICTURES || worked.compareTo(WORK) > 0;
    }

    DecoderProcess process() {
        return process;
    }
}

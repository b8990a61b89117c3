package org.mediaenricher.media.container;

import java.util.Optional;
import org.mediaenricher.media.CaptureTime;

/** WAVE (Multimedia Programming Interface and Data Specifications 1.0; RF64 by EBU Tech 3306; bext by EBU Tech 3285). */
final class WaveReader implements FormatReader {
    private static final long OPEN = 0xffff_ffffL;

    @Override
    public boolean recognises(ByteWindow window) {
        boolean riff = window.matches(0, "RIFF") || window.matches(0, "RF64") || window.matches(0, "BW64");
        return riff && window.matches(8, "WAVE");
    }

    @Override
    public void read(ByteWindow window, FactsBuilder facts) {
        WaveFile file = new WaveFile();
        RiffChunks chunks = new RiffChunks(window, 12, window.size());
        try {
            walk(window, chunks, file, facts);
        } catch (Unreadable e) {
            if (file.format() == null) {
                throw e;
            }
        }
        if (file.format() == null) {
            throw Unreadable.malformed("the WAVE file does not say what format its samples have");
        }
        file.tell(facts);
    }

    private static void walk(ByteWindow window, RiffChunks chunks, WaveFile file, FactsBuilder facts) {
        while (chunks.next()) {
            long at = chunks.content();
            if (chunks.is("fmt ")) {
                file.format(WaveFormat.of(window, at, chunks.length()));
            } else if (chunks.is("ds64")) {
                file.longData(window.i64le(at + 8));
            } else if (chunks.is("fact") && chunks.length() >= 4) {
                file.samples(window.u32le(at));
            } else if (chunks.is("bext") && chunks.length() >= 338) {
                origination(window, at).ifPresent(facts::captured);
            } else if (chunks.is("LIST") && window.matches(at, "INFO")) {
                RiffInfo.tell(window, at + 4, at + chunks.length(), facts);
            } else if (chunks.is("data")) {
                long after = file.data(at, chunks.length(), window.size());
                chunks.goTo(after);
            }
        }
    }

    /** The date and time of the recording, in local time (EBU Tech 3285, 2.3). */
    private static Optional<CaptureTime> origination(ByteWindow window, long bext) {
        return Times.of(window.latin1(bext + 320, 10) + ' ' + window.latin1(bext + 330, 8));
    }

    /** Whether a length is what streams write that do not know theirs. */
    static boolean isOpen(long length) {
        return length == 0 || length == OPEN;
    }
}

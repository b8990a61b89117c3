package org.mediaenricher.media.container;

import org.mediaenricher.media.FailureCode;

/**
 * Ends the reading of one object with a coded reason. Thrown by readers, caught in {@link
 * ContainerReader} alone. It carries no stack: hostile files throw it in masses.
 */
final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final FailureCode code;

    private Unreadable(FailureCode code, String sentence) {
        super(sentence, null, false, false);
        this.code = code;
    }

    static Unreadable truncated(String sentence) {
        return new Unreadable(FailureCode.TRUNCATED, sentence);
    }

    static Unreadable tooLarge(String sentence) {
        return new Unreadable(FailureCode.TOO_LARGE, sentence);
    }

    static Unreadable unsupported(String sentence) {
        return new Unreadable(FailureCode.UNSUPPORTED, sentence);
    }

    static Unreadable malformed(String sentence) {
        return new Unreadable(FailureCode.MALFORMED, sentence);
    }

    static Unreadable empty() {
        return new Unreadable(FailureCode.EMPTY, "the object has no bytes");
    }

    FailureCode code() {
        return code;
    }
}

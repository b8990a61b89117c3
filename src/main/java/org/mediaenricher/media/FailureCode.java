package org.mediaenricher.media;

import java.util.Locale;

/** Why an object gave no facts. The words are stored and shown; they never change. */
public enum FailureCode {
    /** The object has no bytes. */
    EMPTY,
    /** It ends before what its header promises and what is needed. */
    TRUNCATED,
    /** It claims or needs more than the limits allow: pixels, frames, nesting, bytes to read. */
    TOO_LARGE,
    /** Its bytes are of no format known here, or of a variant that is not read. */
    UNSUPPORTED,
    /** It breaks its own format's rules. */
    MALFORMED,
    /** A reader broke on it: a fault of ours, caught so that the batch goes on. */
    INTERNAL;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The code as it is stored and shown, such as {@code too-large}. */
    public String word() {
        return word;
    }
}

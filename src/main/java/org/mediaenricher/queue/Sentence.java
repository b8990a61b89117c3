package org.mediaenricher.queue;

import java.nio.charset.StandardCharsets;

/** What is told of a failure, as the database can hold it: no NUL, whole characters, not endless. */
final class Sentence {
    private static final int LONGEST = 2000;

    private Sentence() {}

    static String of(String text) {
        String whole = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replace("\0", "");
        if (whole.length() <= LONGEST) {
            return whole;
        }
        int end = Character.isHighSurrogate(whole.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return whole.substring(0, end) + "…";
    }

    /** Of something thrown: the class too, for many messages say little without. */
    static String of(Throwable thrown) {
        String message = thrown.getMessage();
        String name = thrown.getClass().getSimpleName();
        return of(message == null ? name : name + ": " + message);
    }
}

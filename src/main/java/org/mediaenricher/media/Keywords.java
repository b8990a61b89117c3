package org.mediaenricher.media;

import java.util.Locale;

/** How an author's keyword becomes a tag. */
final class Keywords {
    private static final int LONGEST = 100;

    private Keywords() {}

    /** Lower case, one blank between words, no control characters, at most 100 characters; may end up empty. */
    static String normalised(String keyword) {
        String text = keyword.toLowerCase(Locale.ROOT)
                .replaceAll("[\\p{Cntrl}\\s]+", " ")
                .strip();
        return text.length() <= LONGEST ? text : text.substring(0, cut(text)).strip();
    }

    private static int cut(String text) {
        return Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    }
}

package org.mediaenricher.media.container;

import org.mediaenricher.media.PlainText;
import org.mediaenricher.media.RawValue;

/** Words of authors and programs in audio and video files: bounded, so that no file fills a row with them. */
final class AuthorWords {
    private static final int MOST = 1000;
    private static final int LONGEST = 2000;
    private static final int LONGEST_NAME = 200;

    private AuthorWords() {}

    /** Tells keywords separated by commas or semicolons. */
    static void keywords(String list, FactsBuilder facts) {
        for (String keyword : list.split("[,;]", MOST)) {
            facts.description().keyword(keyword);
        }
    }

    /** A word as found, cut where it is too long. */
    static RawValue raw(String name, Object value) {
        return new RawValue(
                PlainText.storable(cut(name, LONGEST_NAME)), value instanceof String text ? cut(text, LONGEST) : value);
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : PlainText.storable(text.substring(0, most));
    }
}

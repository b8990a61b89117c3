package org.mediaenricher.media.container;

/** Words that audio and video formats keep in one text. */
final class AuthorWords {
    private static final int MOST = 1000;

    private AuthorWords() {}

    /** Tells keywords separated by commas or semicolons. */
    static void keywords(String list, FactsBuilder facts) {
        for (String keyword : list.split("[,;]", MOST)) {
            facts.description().keyword(keyword);
        }
    }
}

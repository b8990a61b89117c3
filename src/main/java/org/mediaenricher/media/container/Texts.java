package org.mediaenricher.media.container;

import org.mediaenricher.media.PlainText;

/** Text from a file made a fact: storable, without the padding around it, of bounded length. */
final class Texts {
    private static final int LONGEST = 8192;

    private Texts() {}

    /** The text, or null where nothing of it is left. */
    static String orNull(String raw) {
        if (raw == null) {
            return null;
        }
        String text = PlainText.storable(upToLimit(raw)).strip();
        return text.isEmpty() ? null : text;
    }

    private static String upToLimit(String raw) {
        return raw.length() <= LONGEST ? raw : raw.substring(0, LONGEST);
    }
}

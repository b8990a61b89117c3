package org.mediaenricher.media;

/** Text from a file made safe to store: PostgreSQL takes no U+0000, and neither UTF-8 nor jsonb an unpaired surrogate. */
public final class PlainText {
    private PlainText() {}

    /**
     * The text without U+0000, and with U+FFFD for each unpaired surrogate.
     *
     * @param text any text; it is returned as it is where nothing is wrong with it
     */
    public static String storable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c)) {
                return repaired(text);
            }
        }
        return text;
    }

    private static String repaired(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().filter(point -> point != 0).forEach(point -> clean.appendCodePoint(paired(point)));
        return clean.toString();
    }

    private static int paired(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? 0xfffd : point;
    }
}

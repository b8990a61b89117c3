package org.mediaenricher.storage;

/** What a store can spell: text that has a UTF-8 form, holds no NUL and is short enough. */
final class Utf8 {
    private Utf8() {}

    static boolean fits(String text, int longest) {
        if (text == null || text.isEmpty() || text.length() > longest) {
            return false;
        }
        int bytes = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int width = width(text.codePointAt(i));
            if (width == 0) {
                return false;
            }
            bytes += width;
        }
        return bytes <= longest;
    }

    /** Bytes of one code point (RFC 3629), 0 for NUL and for half a surrogate pair. */
    private static int width(int codePoint) {
        if (codePoint < 0x80) {
            return codePoint == 0 ? 0 : 1;
        }
        if (codePoint < 0x800) {
            return 2;
        }
        if (codePoint < 0x10000) {
            return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE ? 0 : 3;
        }
        return 4;
    }
}

package org.mediaenricher.media.container;

/** Entity and character references of XML (XML 1.0, 4.1 and 4.6); unknown ones stay as they are. */
final class XmlReferences {
    private static final int LONGEST = 10;

    private XmlReferences() {}

    static String resolved(String text) {
        int at = text.indexOf('&');
        if (at < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int done = 0;
        for (; at >= 0; at = text.indexOf('&', Math.max(at + 1, done))) {
            int end = end(text, at);
            int point = end < 0 ? -1 : point(text.substring(at + 1, end));
            if (point >= 0) {
                out.append(text, done, at).appendCodePoint(point);
                done = end + 1;
            }
        }
        return out.append(text, done, text.length()).toString();
    }

    /** Where a reference ends, looked for no further than the longest reaches. */
    private static int end(String text, int from) {
        for (int i = from; i < Math.min(text.length(), from + LONGEST); i++) {
            if (text.charAt(i) == ';') {
                return i;
            }
        }
        return -1;
    }

    private static int point(String name) {
        return switch (name) {
            case "lt" -> '<';
            case "gt" -> '>';
            case "amp" -> '&';
            case "quot" -> '"';
            case "apos" -> '\'';
            default -> name.startsWith("#") ? number(name) : -1;
        };
    }

    private static int number(String name) {
        boolean hex = name.startsWith("#x");
        try {
            int point = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
            return Character.isValidCodePoint(point) ? point : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}

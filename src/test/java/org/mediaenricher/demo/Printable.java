package org.mediaenricher.demo;

/** Text from files, made harmless for a terminal: names may hold escapes, line ends and marks that turn text around. */
final class Printable {
    private Printable() {}

    static String of(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Co}\\p{Cn}]", "\uFFFD");
    }

    /** The same, cut to a width. */
    static String of(String text, int width) {
        String harmless = of(text);
        return harmless.length() <= width ? harmless : harmless.substring(0, width - 1) + "…";
    }
}

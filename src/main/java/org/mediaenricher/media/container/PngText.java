package org.mediaenricher.media.container;

/** The text keywords PNG itself names (W3C PNG, 11.3.3.1) that are facts. */
final class PngText {
    private PngText() {}

    static void tell(String keyword, String text, FactsBuilder facts) {
        switch (keyword) {
            case "Title" -> facts.description().title(text);
            case "Description" -> facts.description().caption(text);
            case "Software" -> facts.camera().software(text);
            default -> {}
        }
    }
}

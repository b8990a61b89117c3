package org.mediaenricher.media.container;

import java.util.ArrayList;
import java.util.List;
import org.mediaenricher.media.RawValue;

/** The tag of 128 bytes at an MP3's end (ID3v1, id3.org): one more read, so only where nothing better stood in front. */
final class Id3v1 {
    private static final int LENGTH = 128;

    private Id3v1() {}

    static void tell(ByteWindow window, FactsBuilder facts) {
        long at = window.size() - LENGTH;
        if (at < 0 || !window.matches(at, "TAG")) {
            return;
        }
        List<RawValue> raw = new ArrayList<>();
        facts.description().title(field(window, at + 3, 30, "title", raw));
        field(window, at + 33, 30, "artist", raw);
        field(window, at + 63, 30, "album", raw);
        field(window, at + 93, 4, "year", raw);
        facts.description().caption(field(window, at + 97, 28, "comment", raw));
        facts.raw("id3v1", raw);
    }

    /** Padded with zeros or blanks. */
    private static String field(ByteWindow window, long at, int length, String name, List<RawValue> raw) {
        String padded = window.latin1(at, length);
        int zero = padded.indexOf(0);
        String text = Texts.orNull(zero < 0 ? padded : padded.substring(0, zero));
        if (text != null) {
            raw.add(AuthorWords.raw(name, text));
        }
        return text;
    }
}

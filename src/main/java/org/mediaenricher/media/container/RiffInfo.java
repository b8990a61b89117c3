package org.mediaenricher.media.container;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mediaenricher.media.RawValue;

/** A RIFF file's INFO list (Multimedia Programming Interface and Data Specifications 1.0, "INFO List Chunk"). */
final class RiffInfo {
    private static final int LONGEST = 8192;
    private static final int MOST = 100;

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("INAM", "title"),
            Map.entry("IART", "artist"),
            Map.entry("IPRD", "product"),
            Map.entry("ICMT", "comment"),
            Map.entry("ISBJ", "subject"),
            Map.entry("IKEY", "keywords"),
            Map.entry("ICRD", "creation_date"),
            Map.entry("IGNR", "genre"),
            Map.entry("ICOP", "copyright"),
            Map.entry("IENG", "engineer"),
            Map.entry("ISFT", "software"),
            Map.entry("ITRK", "track"));

    private RiffInfo() {}

    /** Tells the chunks between two offsets. */
    static void tell(ByteWindow window, long from, long end, FactsBuilder facts) {
        List<RawValue> raw = new ArrayList<>();
        SidePart.read(() -> {
            RiffChunks chunks = new RiffChunks(window, from, end);
            while (raw.size() < MOST && chunks.next()) {
                String name = NAMES.get(chunks.type());
                String text = name == null ? null : text(window, chunks);
                if (text != null) {
                    raw.add(AuthorWords.raw(name, text));
                    tell(name, text, facts);
                }
            }
        });
        facts.raw("riff_info", raw);
    }

    private static void tell(String name, String text, FactsBuilder facts) {
        switch (name) {
            case "title" -> facts.description().title(text);
            case "comment", "subject" -> facts.description().caption(text);
            case "keywords" -> AuthorWords.keywords(text, facts);
            case "software" -> facts.camera().software(text);
            default -> {}
        }
    }

    private static String text(ByteWindow window, RiffChunks chunks) {
        int length = (int) Math.min(chunks.length(), LONGEST);
        String text = Texts.decode(window.bytes(chunks.content(), length));
        int zero = text.indexOf(0);
        return Texts.orNull(zero < 0 ? text : text.substring(0, zero));
    }
}

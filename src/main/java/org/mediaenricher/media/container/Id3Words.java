package org.mediaenricher.media.container;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mediaenricher.media.RawValue;

/** The texts and comments of an ID3v2 tag (ID3v2.4 frames, 4.2 and 4.10), told raw and where they mean a fact. */
final class Id3Words {
    private static final int LONGEST = 16 * 1024;
    private static final int MOST = 300;

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("TIT2", "title"),
            Map.entry("TT2", "title"),
            Map.entry("TPE1", "artist"),
            Map.entry("TP1", "artist"),
            Map.entry("TPE2", "album_artist"),
            Map.entry("TP2", "album_artist"),
            Map.entry("TALB", "album"),
            Map.entry("TAL", "album"),
            Map.entry("TCON", "genre"),
            Map.entry("TCO", "genre"),
            Map.entry("TCOM", "composer"),
            Map.entry("TCM", "composer"),
            Map.entry("TRCK", "track"),
            Map.entry("TRK", "track"),
            Map.entry("TPOS", "disc"),
            Map.entry("TPA", "disc"),
            Map.entry("TYER", "year"),
            Map.entry("TYE", "year"),
            Map.entry("TDRC", "recording_time"),
            Map.entry("TDRL", "release_time"),
            Map.entry("TSSE", "encoder"),
            Map.entry("TSS", "encoder"),
            Map.entry("TCOP", "copyright"),
            Map.entry("TCR", "copyright"),
            Map.entry("TSRC", "isrc"),
            Map.entry("TRC", "isrc"));

    private final FactsBuilder facts;
    private final List<RawValue> raw = new ArrayList<>();

    Id3Words(FactsBuilder facts) {
        this.facts = facts;
    }

    void frame(Id3Frames frames) {
        String id = frames.id();
        if (raw.size() >= MOST) {
            return;
        }
        if (id.equals("COMM") || id.equals("COM")) {
            comment(frames.content(LONGEST));
        } else if (id.startsWith("TXX")) {
            ownText(frames.content(LONGEST));
        } else if (id.startsWith("T")) {
            text(id, frames.content(LONGEST));
        }
    }

    void tell() {
        facts.raw("id3", raw);
    }

    private void text(String id, byte[] content) {
        String name = NAMES.getOrDefault(id, id.toLowerCase(Locale.ROOT));
        String text = content.length < 2 ? "" : decoded(content, 1);
        word(name, text.replaceAll("\0+$", "").replace("\0", "; ")); // version 2.4 has several values in one
        if (name.equals("title")) {
            facts.description().title(text.replace('\0', ' '));
        } else if (name.equals("encoder")) {
            facts.camera().software(text);
        }
    }

    /** An encoding, a name of one's own, the text. */
    private void ownText(byte[] content) {
        String text = content.length < 2 ? "" : decoded(content, 1);
        int end = text.indexOf(0);
        if (end > 0) {
            word(text.substring(0, end), withoutMark(text.substring(end + 1)));
        }
    }

    /** An encoding, a language, a short description, the text. Comments that are described belong to programs. */
    private void comment(byte[] content) {
        String text = content.length < 5 ? "" : decoded(content, 4);
        int end = text.indexOf(0);
        String comment = end < 0 ? "" : withoutMark(text.substring(end + 1));
        if (end == 0) {
            word("comment", comment);
            facts.description().caption(comment);
        } else if (end > 0) {
            word("comment:" + text.substring(0, end), comment);
        }
    }

    private void word(String name, String text) {
        String kept = Texts.orNull(text);
        String known = Texts.orNull(name);
        if (kept != null && known != null) {
            raw.add(AuthorWords.raw(known, kept));
        }
    }

    /** In UTF-16 each part has its own byte order mark. */
    private static String withoutMark(String text) {
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    /** The first byte tells the encoding (ID3v2.4 structure, 4). */
    private static String decoded(byte[] content, int from) {
        Charset charset = switch (content[0]) {
            case 1 -> byMark(content, from);
            case 2 -> StandardCharsets.UTF_16BE;
            case 3 -> StandardCharsets.UTF_8;
            default -> StandardCharsets.ISO_8859_1;
        };
        return withoutMark(new String(content, from, content.length - from, charset));
    }

    private static Charset byMark(byte[] content, int from) {
        boolean big = content.length > from + 1 && content[from] == (byte) 0xfe;
        return big ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
    }
}

package org.mediaenricher.media.container;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mediaenricher.media.RawValue;

/** The comments of Vorbis, Opus, FLAC and Theora (Vorbis I specification, 5; RFC 7845, 5.2): {@code NAME=text}. */
final class VorbisComment {
    private static final int LONGEST = 8192;
    private static final int MOST = 500;

    private final byte[] bytes;
    private final FactsBuilder facts;
    private final List<RawValue> raw = new ArrayList<>();
    private int next;

    private VorbisComment(byte[] bytes, int from, FactsBuilder facts) {
        this.bytes = bytes;
        this.next = from;
        this.facts = facts;
    }

    /**
     * Tells the comments as far as they go.
     *
     * @param bytes perhaps cut at the end
     * @param from where the vendor's name begins
     */
    static void tell(byte[] bytes, int from, FactsBuilder facts) {
        VorbisComment comments = new VorbisComment(bytes, from, facts);
        SidePart.read(comments::read);
        facts.raw("vorbis_comment", comments.raw);
    }

    private void read() {
        facts.camera().software(text());
        long count = u32();
        for (long i = 0; i < count && raw.size() < MOST; i++) {
            comment(text());
        }
    }

    private void comment(String text) {
        int equals = text.indexOf('=');
        if (equals <= 0) {
            return;
        }
        String name = text.substring(0, equals).toLowerCase(Locale.ROOT);
        String value = Texts.orNull(text.substring(equals + 1));
        if (value == null || name.equals("metadata_block_picture") || name.equals("coverart")) {
            return;
        }
        raw.add(AuthorWords.raw(name, value));
        switch (name) {
            case "title" -> facts.description().title(value);
            case "description", "comment" -> facts.description().caption(value);
            case "keywords" -> AuthorWords.keywords(value, facts);
            case "location" -> Iso6709.parse(value).ifPresent(facts::position);
            default -> {}
        }
    }

    private String text() {
        long length = u32();
        if (length > bytes.length - next) {
            throw Unreadable.truncated("a comment is longer than its block");
        }
        String text = new String(bytes, next, (int) Math.min(length, LONGEST), StandardCharsets.UTF_8);
        next += (int) length;
        return text;
    }

    private long u32() {
        if (bytes.length - next < 4) {
            throw Unreadable.truncated("the comments end too early");
        }
        long value = 0;
        for (int i = 3; i >= 0; i--) {
            value = value << 8 | bytes[next + i] & 0xff;
        }
        next += 4;
        return value;
    }
}

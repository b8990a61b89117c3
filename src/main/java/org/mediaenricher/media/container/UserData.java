package org.mediaenricher.media.container;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.mediaenricher.media.GpsPosition;

/** A movie's user data box: QuickTime's international texts, 3GPP's assets, or an item list. */
final class UserData {
    private static final String DIRECTORY = "user_data";
    private static final int LONGEST = 8192;

    /** 3GPP TS 26.244, 8.2: a full box, a language, a text ending in zero. */
    private static final Set<String> TEXTS_OF_3GPP = Set.of("titl", "dscp", "cprt", "perf", "auth", "gnre", "albm");

    private final ByteWindow window;
    private final MovieWords words;
    private final FactsBuilder facts;
    private final MetadataBlocks blocks;

    UserData(ByteWindow window, MovieWords words, FactsBuilder facts, MetadataBlocks blocks) {
        this.window = window;
        this.words = words;
        this.facts = facts;
        this.blocks = blocks;
    }

    /** The user data itself first, then the item list in it, which says the same in other programs' words. */
    void read(Box udta) {
        List<Box> parts = Boxes.in(window, udta).all();
        parts.stream().filter(part -> !part.is("meta")).forEach(this::sidePart);
        parts.stream().filter(part -> part.is("meta")).forEach(this::sidePart);
    }

    private void sidePart(Box box) {
        SidePart.read(() -> part(box));
    }

    private void part(Box box) {
        if (box.is("meta")) {
            new MovieItems(window, words).read(box);
        } else if (box.is("loci")) {
            location(box);
        } else if (box.is("XMP_")) {
            blocks.xmp(window, box.content(), box.length());
        } else if (box.is("kywd")) {
            keywords(box);
        } else if (box.name().charAt(0) == '\u00a9') {
            international(box);
        } else if (TEXTS_OF_3GPP.contains(box.name()) && box.length() > 6) {
            String text = text(box.content() + 6, box.length() - 6);
            words.word(DIRECTORY, MovieWords.name(box), text);
        }
    }

    /** A text of QuickTime: its length, its language, its bytes; the first of several. */
    private void international(Box box) {
        if (box.length() < 4) {
            return;
        }
        long told = window.u16(box.content());
        long length = Math.min(told, box.length() - 4);
        words.word(DIRECTORY, MovieWords.name(box), text(box.content() + 4, length));
    }

    /** 3GPP TS 26.244, 8.10: a name, a role, then longitude, latitude and altitude in 16.16 fixed point. */
    private void location(Box loci) {
        long at = loci.content() + 6;
        boolean wide = window.u16(at) == 0xfeff;
        int letter = wide ? 2 : 1;
        while (wide ? window.u16(at) != 0 : window.u8(at) != 0) {
            window.step();
            at += letter;
        }
        at += letter + 1;
        double longitude = window.i32(at) / 65536.0;
        double latitude = window.i32(at + 4) / 65536.0;
        if (GpsPosition.isOnEarth(latitude, longitude)) {
            double altitude = window.i32(at + 8) / 65536.0;
            facts.position(new GpsPosition(latitude, longitude, OptionalDouble.of(altitude)));
        }
    }

    /** 3GPP TS 26.244, 8.9: a count, then each keyword with its length. */
    private void keywords(Box kywd) {
        int count = window.u8(kywd.content() + 6);
        long at = kywd.content() + 7;
        for (int i = 0; i < count && at < kywd.end(); i++) {
            int length = window.u8(at);
            facts.description().keyword(text(at + 1, Math.min(length, kywd.end() - at - 1)));
            at += 1 + length;
        }
    }

    /** UTF-8, or UTF-16 with its byte order mark; up to the first zero. */
    private String text(long at, long length) {
        int known = (int) Math.min(length, LONGEST);
        boolean wide = known >= 2 && window.u16(at) == 0xfeff;
        Charset charset = wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        String text = window.text(at, known, charset);
        int end = text.indexOf(0);
        return end < 0 ? text : text.substring(0, end);
    }
}

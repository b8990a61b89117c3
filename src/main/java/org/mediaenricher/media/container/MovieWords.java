package org.mediaenricher.media.container;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import org.mediaenricher.media.CaptureTime;
import org.mediaenricher.media.RawValue;

/**
 * What people and devices wrote into a movie: user data (ISO/IEC 14496-12, 8.10.1; QuickTime File
 * Format, "User Data Atoms"; 3GPP TS 26.244, 8), item lists and metadata keys. All of it is told raw,
 * what has a meaning here as a fact. The dated and placed keys come before the movie header's time.
 */
final class MovieWords {
    private static final int MOST = 500;

    /** By the last part of a key, without the copyright sign that user data codes begin with. */
    private static final Map<String, BiConsumer<FactsBuilder, String>> MEANINGS = Map.ofEntries(
            entry("com.apple.quicktime.creationdate", MovieWords::captured),
            entry("day", MovieWords::captured),
            entry("com.apple.quicktime.location.ISO6709", MovieWords::position),
            entry("xyz", MovieWords::position),
            entry("com.apple.quicktime.make", (facts, text) -> facts.camera().make(text)),
            entry("com.android.manufacturer", (facts, text) -> facts.camera().make(text)),
            entry("mak", (facts, text) -> facts.camera().make(text)),
            entry("manu", (facts, text) -> facts.camera().make(text)),
            entry("com.apple.quicktime.model", (facts, text) -> facts.camera().model(text)),
            entry("com.android.model", (facts, text) -> facts.camera().model(text)),
            entry("mod", (facts, text) -> facts.camera().model(text)),
            entry("modl", (facts, text) -> facts.camera().model(text)),
            entry(
                    "com.apple.quicktime.camera.lens_model",
                    (facts, text) -> facts.camera().lens(text)),
            entry(
                    "com.apple.quicktime.software",
                    (facts, text) -> facts.camera().software(text)),
            entry("swr", (facts, text) -> facts.camera().software(text)),
            entry("too", (facts, text) -> facts.camera().software(text)),
            entry(
                    "com.apple.quicktime.title",
                    (facts, text) -> facts.description().title(text)),
            entry(
                    "com.apple.quicktime.displayname",
                    (facts, text) -> facts.description().title(text)),
            entry("title", (facts, text) -> facts.description().title(text)),
            entry("nam", (facts, text) -> facts.description().title(text)),
            entry("titl", (facts, text) -> facts.description().title(text)),
            entry(
                    "com.apple.quicktime.description",
                    (facts, text) -> facts.description().caption(text)),
            entry(
                    "com.apple.quicktime.comment",
                    (facts, text) -> facts.description().caption(text)),
            entry("description", (facts, text) -> facts.description().caption(text)),
            entry("comment", (facts, text) -> facts.description().caption(text)),
            entry("desc", (facts, text) -> facts.description().caption(text)),
            entry("des", (facts, text) -> facts.description().caption(text)),
            entry("cmt", (facts, text) -> facts.description().caption(text)),
            entry("dscp", (facts, text) -> facts.description().caption(text)),
            entry("com.apple.quicktime.keywords", MovieWords::keywords),
            entry("keywords", MovieWords::keywords),
            entry("keyw", MovieWords::keywords),
            entry("key", MovieWords::keywords));

    private final ByteWindow window;
    private final FactsBuilder facts;
    private final MetadataBlocks blocks;
    private final Map<String, List<RawValue>> raw = new LinkedHashMap<>();
    private int count;

    /**
     * Words about one movie.
     *
     * @param blocks where an XMP packet goes
     */
    MovieWords(ByteWindow window, FactsBuilder facts, MetadataBlocks blocks) {
        this.window = window;
        this.facts = facts;
        this.blocks = blocks;
    }

    /** Tells all; metadata keys first, as they are the more exact. */
    void tell(Movie movie) {
        for (String type : List.of("meta", "udta")) {
            for (Box box : movie.wordBoxes()) {
                if (box.is(type)) {
                    SidePart.read(() -> box(box));
                }
            }
        }
        raw.forEach(facts::raw);
    }

    private void box(Box box) {
        if (box.is("meta")) {
            new MovieItems(window, this).read(box);
        } else {
            new UserData(window, this, facts, blocks).read(box);
        }
    }

    /** One word: told raw under its directory, and as a fact where it means one. */
    void word(String directory, String name, Object value) {
        if (++count > MOST || value == null) {
            return;
        }
        Object kept = value instanceof String text ? Texts.orNull(text) : value;
        if (kept == null) {
            return;
        }
        raw.computeIfAbsent(directory, any -> new ArrayList<>()).add(AuthorWords.raw(name, kept));
        BiConsumer<FactsBuilder, String> meaning = MEANINGS.get(name);
        if (meaning != null && isMeant(directory, name)) {
            meaning.accept(facts, kept.toString());
        }
    }

    /** A music file's item {@code ©day} is the day of its release, not of a recording. */
    private static boolean isMeant(String directory, String name) {
        return !(name.equals("day") && directory.equals("item_list"));
    }

    private static void captured(FactsBuilder facts, String text) {
        Times.of(text).filter(MovieWords::isExact).ifPresent(facts::captured);
    }

    /** Without an offset the movie header, which is UTC, says more. */
    private static boolean isExact(CaptureTime time) {
        return time.offset().isPresent();
    }

    private static void position(FactsBuilder facts, String text) {
        Iso6709.parse(text).ifPresent(facts::position);
    }

    private static void keywords(FactsBuilder facts, String text) {
        AuthorWords.keywords(text, facts);
    }

    /** A user data code as a name: without the copyright sign, in lower case. */
    static String name(Box box) {
        String code = box.name();
        return (code.charAt(0) == '\u00a9' ? code.substring(1) : code)
                .toLowerCase(Locale.ROOT)
                .strip();
    }
}

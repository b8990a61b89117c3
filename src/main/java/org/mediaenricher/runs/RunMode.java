package org.mediaenricher.runs;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which objects a run touches. */
public enum RunMode {
    /** Those that are new, or whose ETag or size differs from what was enriched. */
    CHANGED,
    /** Every one. */
    ALL,
    /** Those without an asset. */
    MISSING,
    /** Those whose last enrichment failed. */
    FAILED;

    /** The word for it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The mode of that word, empty when there is none. */
    public static Optional<RunMode> of(String word) {
        return Arrays.stream(values()).filter(mode -> mode.word().equals(word)).findFirst();
    }

    /** All the words, for a message to somebody who used another. */
    public static List<String> words() {
        return Arrays.stream(values()).map(RunMode::word).toList();
    }
}

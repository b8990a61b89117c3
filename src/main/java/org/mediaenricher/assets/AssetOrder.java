package org.mediaenricher.assets;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** In which order assets are shown. */
public enum AssetOrder {
    /** By when they were first found, the newest first. */
    NEWEST,
    /** By when they were taken, the latest first, without those of which nobody knows. */
    TAKEN,
    /** By bucket and path. */
    PATH;

    /** As addresses have it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The order a word stands for, empty when for none. */
    public static Optional<AssetOrder> of(String word) {
        return Arrays.stream(values())
                .filter(order -> order.word().equals(word))
                .findFirst();
    }
}

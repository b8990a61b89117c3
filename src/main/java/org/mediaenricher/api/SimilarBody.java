package org.mediaenricher.api;

import java.util.List;
import org.mediaenricher.assets.SimilarAsset;

/**
 * Assets that look like another, the most alike first.
 *
 * @param items each with its distance
 */
public record SimilarBody(List<Item> items) {
    /**
     * One of them.
     *
     * @param distance in how many of 64 bits the perceptual hashes differ
     */
    public record Item(int distance, AssetBody asset) {}

    static SimilarBody of(List<SimilarAsset> found) {
        return new SimilarBody(found.stream()
                .map(one -> new Item(one.distance(), AssetBody.of(one.asset())))
                .toList());
    }
}

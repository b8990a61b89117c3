package org.mediaenricher.assets;

/**
 * An asset that looks like another one.
 *
 * @param distance in how many of 64 bits their perceptual hashes differ; 0 for pictures that look the same
 */
public record SimilarAsset(int distance, SeenAsset asset) {}

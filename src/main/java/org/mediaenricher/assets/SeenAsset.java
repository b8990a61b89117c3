package org.mediaenricher.assets;

import java.util.Optional;

/**
 * An asset and what it looks like.
 *
 * @param look of the version the asset is of; empty when nobody looked at that one
 */
public record SeenAsset(Asset asset, Optional<AssetLook> look) {
    static SeenAsset of(Asset asset, Optional<AssetLook> look) {
        return new SeenAsset(asset, look.filter(seen -> seen.etag.equals(asset.etag)));
    }
}

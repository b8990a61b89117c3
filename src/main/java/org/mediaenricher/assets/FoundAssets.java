package org.mediaenricher.assets;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A page of assets.
 *
 * @param tiles in the order asked for
 * @param next behind which asset the next page begins, empty at the end
 * @param examined how many were looked at for it; there may be more even where few, or none, were found
 */
public record FoundAssets(List<AssetTile> tiles, Optional<UUID> next, int examined) {}

package org.mediaenricher.assets;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Which assets, and in which order.
 *
 * @param bucket only of this bucket
 * @param prefix only those whose path begins so
 * @param types only of these MIME types; empty for all
 * @param tag only those with this tag
 * @param status only those that stand so
 * @param smallest bytes, at least
 * @param largest bytes, at most
 * @param takenSince only what was taken from then on
 * @param takenUntil only what was taken before
 * @param order empty for the one in which what is asked for is found soonest
 * @param after only what comes behind this asset
 * @param limit how many at the most
 */
public record AssetFilter(
        Optional<String> bucket,
        Optional<String> prefix,
        List<String> types,
        Optional<String> tag,
        Optional<String> status,
        long smallest,
        long largest,
        Optional<Instant> takenSince,
        Optional<Instant> takenUntil,
        Optional<AssetOrder> order,
        Optional<UUID> after,
        int limit) {
    /** From this size on, in bytes, there is an index of those that are as large. */
    public static final long LARGE = 100_000_000;

    /** The order it is answered in: the one asked for, or else the one that some index of what is asked for has. */
    public AssetOrder ordered() {
        return order.orElseGet(this::natural);
    }

    /** Whether an asset is among them. */
    boolean matches(AssetTile asset) {
        return bucket.map(asset.bucket()::equals).orElse(true)
                && prefix.map(asset.path()::startsWith).orElse(true)
                && (types.isEmpty() || asset.contentType().map(types::contains).orElse(false))
                && tag.map(asset.tags()::contains).orElse(true)
                && status.map(asset.status()::equals).orElse(true)
                && asset.size() >= smallest
                && asset.size() <= largest
                && isTaken(asset.capturedAt());
    }

    private boolean isTaken(Optional<Instant> at) {
        return takenSince
                        .map(since -> at.isPresent() && !at.get().isBefore(since))
                        .orElse(true)
                && takenUntil
                        .map(until -> at.isPresent() && at.get().isBefore(until))
                        .orElse(true);
    }

    private AssetOrder natural() {
        if (isUnready() || tag.isPresent() || smallest >= LARGE || !types.isEmpty()) {
            return AssetOrder.NEWEST;
        }
        if (takenSince.isPresent() || takenUntil.isPresent()) {
            return AssetOrder.TAKEN;
        }
        return bucket.isPresent() || prefix.isPresent() ? AssetOrder.PATH : AssetOrder.NEWEST;
    }

    /** Whether only those are asked for that are not ready, which are few. */
    boolean isUnready() {
        return status.isPresent() && !status.get().equals("ready");
    }
}

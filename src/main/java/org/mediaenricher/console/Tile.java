package org.mediaenricher.console;

import java.util.Optional;
import java.util.UUID;
import org.mediaenricher.assets.Asset;
import org.mediaenricher.assets.AssetLook;
import org.mediaenricher.assets.AssetTile;
import org.mediaenricher.assets.OriginalPictures;
import org.mediaenricher.assets.SeenAsset;
import org.mediaenricher.media.Placeholder;

/**
 * An asset among others, as a small picture with its name.
 *
 * @param placeholder a picture that stands in the page, empty for none
 * @param pictured whether the picture itself is worth loading
 * @param kind the first word of its type, such as {@code video}, for where nothing else is to be seen
 */
public record Tile(
        UUID id,
        String name,
        String bucket,
        String path,
        String status,
        String kind,
        String about,
        String placeholder,
        boolean pictured) {
    /** Dozens are shown at once: larger ones stay their placeholders, in bytes. */
    private static final long LARGEST = 2_000_000;

    static Tile of(AssetTile asset, Words words) {
        String size = words.bytes(asset.size());
        return new Tile(
                asset.id(),
                name(asset.path()),
                asset.bucket(),
                asset.path(),
                asset.status(),
                kind(asset.contentType()),
                asset.width() > 0 ? asset.width() + " × " + asset.height() + ", " + size : size,
                asset.thumbHash().flatMap(Placeholder::uri).orElse(""),
                asset.size() <= LARGEST
                        && OriginalPictures.isShown(asset.contentType().orElse(null), asset.status(), asset.size()));
    }

    /**
     * @param about what is said of it below its name
     */
    static Tile of(SeenAsset seen, String about) {
        Asset asset = seen.asset();
        return new Tile(
                asset.id,
                name(asset.path),
                asset.bucket,
                asset.path,
                asset.status,
                kind(Optional.ofNullable(asset.contentType)),
                about,
                placeholder(seen.look()),
                asset.sizeBytes <= LARGEST
                        && OriginalPictures.isShown(asset.contentType, asset.status, asset.sizeBytes));
    }

    static String placeholder(Optional<AssetLook> look) {
        return look.map(seen -> seen.thumbHash).flatMap(Placeholder::uri).orElse("");
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String kind(Optional<String> contentType) {
        return contentType.map(type -> type.split("/", 2)[0]).orElse("unread");
    }
}

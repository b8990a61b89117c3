package org.mediaenricher.assets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mediaenricher.runs.Buckets;
import org.mediaenricher.storage.NoSuchBucket;
import org.mediaenricher.storage.ObjectFailure;
import org.mediaenricher.storage.ObjectStore;
import org.mediaenricher.storage.StoredObject;

/** Pictures that browsers can show as they are. Of each only the very version that was read: no other is known to be one. */
@ApplicationScoped
public class OriginalPictures {
    /** Larger ones are not worth sending where a glance is wanted, in bytes. */
    public static final long LARGEST = 8_000_000;

    private static final Set<String> SHOWN = Set.of("image/jpeg", "image/png", "image/gif", "image/webp", "image/avif");

    private Assets assets;
    private Buckets buckets;
    private BucketListing listing;
    private ObjectStore store;

    /** For the container's proxy only. */
    OriginalPictures() {}

    @Inject
    OriginalPictures(Assets assets, Buckets buckets, BucketListing listing, ObjectStore store) {
        this.assets = assets;
        this.buckets = buckets;
        this.listing = listing;
        this.store = store;
    }

    /** Whether an asset is one, by what is known of it. */
    public static boolean isShown(String contentType, String status, long size) {
        return status.equals("ready") && contentType != null && SHOWN.contains(contentType) && size <= LARGEST;
    }

    /**
     * Opens the picture of an asset; outside of any transaction, for it is read as slowly as somebody takes it.
     *
     * @return empty for what is none, or is not any more what it was
     * @throws org.mediaenricher.problems.Problem NOT_FOUND when the caller's tenant has no such asset
     */
    public Optional<OriginalPicture> open(UUID id) {
        Asset asset = assets.get(id).asset();
        if (!isShown(asset.contentType, asset.status, asset.sizeBytes)) {
            return Optional.empty();
        }
        try {
            String location = buckets.named(asset.bucket).location();
            return listing.object(location, asset.path)
                    .filter(now -> now.etag().equals(asset.etag) && now.size() == asset.sizeBytes)
                    .map(now -> open(location, asset, now));
        } catch (NoSuchBucket | ObjectFailure | IllegalArgumentException gone) {
            return Optional.empty();
        }
    }

    private OriginalPicture open(String location, Asset asset, StoredObject now) {
        return new OriginalPicture(asset.contentType, now.size(), now.etag(), store.open(location, now));
    }
}

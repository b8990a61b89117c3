package org.mediaenricher.assets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.mediaenricher.storage.ListQuery;
import org.mediaenricher.storage.Listing;
import org.mediaenricher.storage.ObjectFailure;
import org.mediaenricher.storage.ObjectKey;
import org.mediaenricher.storage.ObjectStore;
import org.mediaenricher.storage.StoreUnavailable;
import org.mediaenricher.storage.StoredObject;

/** Asks the store what is there, and again a few times when it falters. */
@ApplicationScoped
public class BucketListing {
    private static final Patience PATIENCE = new Patience(4, Duration.ofMillis(100));

    private ObjectStore store;

    /** For the container's proxy only. */
    BucketListing() {}

    @Inject
    BucketListing(ObjectStore store) {
        this.store = store;
    }

    /**
     * One page of a bucket.
     *
     * @throws org.mediaenricher.storage.NoSuchBucket when it is not in the store
     * @throws StoreUnavailable when the store gave no answer to the last attempt either
     */
    public Listing page(String location, ListQuery query) {
        return PATIENCE.with(() -> store.list(location, query));
    }

    /**
     * One object, empty when there is none that can be had.
     *
     * @throws StoreUnavailable when the store gave no answer to the last attempt either
     */
    public Optional<StoredObject> object(String location, String path) {
        return PATIENCE.with(() -> {
            try {
                return store.stat(new ObjectKey(location, path));
            } catch (ObjectFailure refused) {
                return Optional.empty();
            }
        });
    }
}

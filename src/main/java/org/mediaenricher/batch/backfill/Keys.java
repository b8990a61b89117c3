package org.mediaenricher.batch.backfill;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.mediaenricher.assets.BucketListing;
import org.mediaenricher.runs.FailureBook;
import org.mediaenricher.runs.RunMode;
import org.mediaenricher.runs.RunWork;
import org.mediaenricher.storage.ListQuery;
import org.mediaenricher.storage.Listing;
import org.mediaenricher.storage.StoredObject;

/** The keys a run is about: those of the bucket, or those that failed before. */
@ApplicationScoped
class Keys {
    /** Some keys, in order, and whether there are more behind them. */
    record Page(List<String> keys, boolean more) {}

    private BucketListing buckets;
    private FailureBook failures;

    /** For the container's proxy only. */
    Keys() {}

    @Inject
    Keys(BucketListing buckets, FailureBook failures) {
        this.buckets = buckets;
        this.failures = failures;
    }

    Page page(RunWork run, String after, int size) {
        return run.mode() == RunMode.FAILED ? failedBefore(run, after, size) : listed(run, after, size);
    }

    private Page listed(RunWork run, String after, int size) {
        Listing listing = buckets.page(run.location(), new ListQuery(run.prefix(), after, size));
        return new Page(listing.objects().stream().map(StoredObject::path).toList(), listing.more());
    }

    private Page failedBefore(RunWork run, String after, int size) {
        List<String> keys = run.scope().within(() -> failures.unresolved(run, after, size));
        return new Page(keys, keys.size() == size);
    }
}

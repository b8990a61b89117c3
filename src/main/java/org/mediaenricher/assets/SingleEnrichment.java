package org.mediaenricher.assets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.mediaenricher.problems.Problem;
import org.mediaenricher.runs.Bucket;
import org.mediaenricher.runs.Buckets;
import org.mediaenricher.security.Caller;
import org.mediaenricher.storage.NoSuchBucket;
import org.mediaenricher.storage.StoredObject;

/** One object, now: looks it up, reads it outside of any transaction, and writes what was found as the caller. */
@ApplicationScoped
public class SingleEnrichment {
    private Buckets buckets;
    private BucketListing listing;
    private Enrichment enrichment;
    private AssetDesk desk;

    /** For the container's proxy only. */
    SingleEnrichment() {}

    @Inject
    SingleEnrichment(Buckets buckets, BucketListing listing, Enrichment enrichment, AssetDesk desk) {
        this.buckets = buckets;
        this.listing = listing;
        this.enrichment = enrichment;
        this.desk = desk;
    }

    /**
     * Enriches an object.
     *
     * @param looks whether a picture is decoded too
     * @return its record
     * @throws Problem NOT_FOUND without such a bucket or object; UNPROCESSABLE, with {@code code}, when it cannot be read
     */
    public SeenAsset enrich(Caller caller, String bucketName, String path, boolean looks) {
        Bucket bucket = buckets.named(bucketName);
        Outcome outcome = enrichment.of(bucket.location(), object(bucket, path), looks);
        if (outcome instanceof Outcome.Failed failed) {
            desk.failed(caller, bucketName, failed);
            throw new Problem(Problem.Kind.UNPROCESSABLE, failed.message()).with("code", failed.code());
        }
        return desk.enriched(caller, bucketName, (Outcome.Enriched) outcome);
    }

    private StoredObject object(Bucket bucket, String path) {
        try {
            return listing.object(bucket.location(), path).orElseThrow(() -> missing(bucket, path));
        } catch (NoSuchBucket | IllegalArgumentException notThere) {
            throw missing(bucket, path);
        }
    }

    private static Problem missing(Bucket bucket, String path) {
        return new Problem(
                Problem.Kind.NOT_FOUND, "There is no object \"" + path + "\" in bucket \"" + bucket.name() + "\".");
    }
}

package org.mediaenricher.assets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.mediaenricher.problems.Problem;
import org.mediaenricher.runs.Bucket;
import org.mediaenricher.runs.Buckets;
import org.mediaenricher.runs.FailureBook;
import org.mediaenricher.runs.NewRun;
import org.mediaenricher.security.AuditLog;
import org.mediaenricher.security.Caller;
import org.mediaenricher.storage.ListQuery;
import org.mediaenricher.storage.Listing;
import org.mediaenricher.storage.NoSuchBucket;
import org.mediaenricher.tenancy.TenantId;

/** Counts what a run of each mode would touch, and touches nothing. */
@ApplicationScoped
public class DryRun {
    /**
     * How many objects each mode would read now.
     *
     * @param total how many there are
     */
    public record Counts(String bucket, String prefix, long total, long changed, long all, long missing, long failed) {}

    private Buckets buckets;
    private BucketListing listing;
    private KnownAssets known;
    private FailureBook failures;
    private AuditLog audit;

    /** For the container's proxy only. */
    DryRun() {}

    @Inject
    DryRun(Buckets buckets, BucketListing listing, KnownAssets known, FailureBook failures, AuditLog audit) {
        this.buckets = buckets;
        this.listing = listing;
        this.known = known;
        this.failures = failures;
        this.audit = audit;
    }

    /**
     * Lists the bucket page by page; each page is compared in a transaction of its own.
     *
     * @throws Problem NOT_FOUND for an unknown bucket
     */
    public Counts of(Caller caller, NewRun run) {
        Bucket bucket = buckets.named(run.bucket());
        try {
            Counts counts = count(caller.tenantOrRefuse(), bucket, run);
            audit.answered(caller, "dry-run", Map.of("bucket", run.bucket(), "prefix", run.prefix()));
            return counts;
        } catch (NoSuchBucket gone) {
            throw new Problem(Problem.Kind.NOT_FOUND, gone.getMessage());
        }
    }

    private Counts count(TenantId tenant, Bucket bucket, NewRun run) {
        String prefix = run.prefix();
        long limit = run.limit() == 0 ? Long.MAX_VALUE : run.limit();
        long total = 0;
        long present = 0;
        long unchanged = 0;
        ListQuery query = new ListQuery(prefix, "", ListQuery.LONGEST_PAGE);
        Listing page;
        do {
            page = listing.page(bucket.location(), query.atMost(limit - total));
            KnownAssets.Counts counts = known.count(tenant, bucket.name(), run.looks(), page.objects());
            total += page.objects().size();
            present += counts.present();
            unchanged += counts.unchanged();
            if (page.more()) {
                query = query.after(
                        page.objects().get(page.objects().size() - 1).path());
            }
        } while (page.more() && total < limit);
        long failed = failures.countUnresolved(tenant, bucket.name(), prefix);
        return new Counts(
                bucket.name(), prefix, total, total - unchanged, total, total - present, Math.min(failed, limit));
    }
}

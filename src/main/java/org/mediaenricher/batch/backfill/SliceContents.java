package org.mediaenricher.batch.backfill;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.mediaenricher.assets.BucketListing;
import org.mediaenricher.assets.KnownAssets;
import org.mediaenricher.runs.FailureBook;
import org.mediaenricher.runs.RunMode;
import org.mediaenricher.runs.RunWork;
import org.mediaenricher.runs.Slice;
import org.mediaenricher.storage.KeyOrder;
import org.mediaenricher.storage.ListQuery;
import org.mediaenricher.storage.Listing;
import org.mediaenricher.storage.StoredObject;

/** Lists a leased slice again, now with ETag and size, and marks with one query what the mode leaves alone. */
@ApplicationScoped
class SliceContents {
    private static final Comparator<String> ORDER = KeyOrder.UTF_8;

    private BucketListing buckets;
    private KnownAssets known;
    private FailureBook failures;

    /** For the container's proxy only. */
    SliceContents() {}

    @Inject
    SliceContents(BucketListing buckets, KnownAssets known, FailureBook failures) {
        this.buckets = buckets;
        this.known = known;
        this.failures = failures;
    }

    /** Everything behind the slice's position, and the slice's end. */
    List<Candidate> of(RunWork run, Slice slice) {
        List<Candidate> candidates = run.mode() == RunMode.FAILED ? failedBefore(run, slice) : listed(run, slice);
        candidates.add(new Candidate.End(slice, candidates.size()));
        return candidates;
    }

    private List<Candidate> listed(RunWork run, Slice slice) {
        List<Candidate> candidates = new ArrayList<>();
        String after = slice.resumeAfter();
        while (ORDER.compare(after, slice.lastKey()) < 0) {
            Listing page = buckets.page(run.location(), new ListQuery(run.prefix(), after, ListQuery.LONGEST_PAGE));
            addListed(run, slice, page.objects(), candidates);
            if (!page.more()) {
                break;
            }
            after = page.objects().get(page.objects().size() - 1).path();
        }
        return candidates;
    }

    private void addListed(RunWork run, Slice slice, List<StoredObject> page, List<Candidate> candidates) {
        List<StoredObject> within = page.stream()
                .filter(object -> ORDER.compare(object.path(), slice.lastKey()) <= 0)
                .toList();
        Set<String> untouched = run.scope().within(() -> known.leftAlone(run, within));
        within.forEach(
                object -> candidates.add(new Candidate.Listed(slice, object, untouched.contains(object.path()))));
    }

    private List<Candidate> failedBefore(RunWork run, Slice slice) {
        List<String> paths =
                run.scope().within(() -> failures.unresolved(run, slice.resumeAfter(), ListQuery.LONGEST_PAGE));
        List<Candidate> candidates = new ArrayList<>();
        for (String path : paths) {
            if (ORDER.compare(path, slice.lastKey()) <= 0) {
                candidates.add(new Candidate.Named(slice, path));
            }
        }
        return candidates;
    }
}

package org.mediaenricher.batch.backfill;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.mediaenricher.assets.AssetRows;
import org.mediaenricher.assets.LookRows;
import org.mediaenricher.assets.Outcome;
import org.mediaenricher.runs.FailureBook;
import org.mediaenricher.runs.RunWork;
import org.mediaenricher.runs.Slices;

/** Writes one chunk in the running transaction. */
@ApplicationScoped
class ChunkBook {
    private Slices slices;
    private AssetRows assets;
    private LookRows looks;
    private FailureBook failures;

    /** For the container's proxy only. */
    ChunkBook() {}

    @Inject
    ChunkBook(Slices slices, AssetRows assets, LookRows looks, FailureBook failures) {
        this.slices = slices;
        this.assets = assets;
        this.looks = looks;
        this.failures = failures;
    }

    /**
     * First the slices, which fence off a chunk whose lease was lost; last the run's counters, where all partitions
     * meet.
     *
     * @return how many objects may still fail
     */
    long write(RunWork run, Chunk chunk) {
        chunk.moves.forEach((slice, move) -> slices.advance(run, slice, move.lastKey, move.objects, move.done));
        assets.upsert(run.tenant(), run.bucket(), run.id(), chunk.enriched);
        looks.upsert(run.tenant(), run.bucket(), chunk.enriched);
        assets.markFailed(run.tenant(), run.bucket(), chunk.failed);
        failures.resolve(run.tenant(), run.bucket(), chunk.resolved);
        failures.note(run, noted(chunk.failed));
        return slices.count(run, chunk.tally());
    }

    private static List<FailureBook.Noted> noted(List<Outcome.Failed> failed) {
        return failed.stream()
                .map(one -> new FailureBook.Noted(
                        one.path(),
                        one.code(),
                        one.message(),
                        one.object().size(),
                        one.object().etag()))
                .toList();
    }
}

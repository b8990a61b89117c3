package org.mediaenricher.batch.backfill;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mediaenricher.assets.AssetRows;
import org.mediaenricher.assets.LookRows;
import org.mediaenricher.assets.Outcome;
import org.mediaenricher.runs.FailureBook;
import org.mediaenricher.runs.RunWork;
import org.mediaenricher.runs.Slice;
import org.mediaenricher.runs.Slices;

/** Writes one chunk in the running transaction. */
@ApplicationScoped
class ChunkBook {
    private static final long NOTHING_TOLD = Long.MAX_VALUE;

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
     * How a chunk was written.
     *
     * @param failuresLeft how many objects may still fail
     * @param lost the slices of which nothing was written, for their leases were lost
     */
    record Written(long failuresLeft, Set<Slice> lost) {}

    /**
     * First the slices, which fence off what belongs to a lease that was lost; last the run's counters, where all
     * partitions meet.
     */
    Written write(RunWork run, Chunk chunk) {
        Set<Slice> lost = advance(run, chunk);
        if (lost.equals(chunk.moves.keySet())) {
            return new Written(NOTHING_TOLD, lost);
        }
        return new Written(writeHeld(run, chunk.without(lost)), lost);
    }

    /** An exception would be a stack trace in the log for what is in order: another node has the slice now. */
    private Set<Slice> advance(RunWork run, Chunk chunk) {
        Set<Slice> lost = new HashSet<>();
        chunk.moves.forEach((slice, move) -> {
            if (!slices.advance(run, slice, move.lastKey, move.objects, move.done)) {
                lost.add(slice);
            }
        });
        return lost;
    }

    private long writeHeld(RunWork run, Chunk chunk) {
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

package org.mediaenricher.batch.backfill;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.mediaenricher.assets.BucketListing;
import org.mediaenricher.assets.Enrichment;
import org.mediaenricher.assets.Outcome;
import org.mediaenricher.runs.RunProgress;
import org.mediaenricher.runs.RunWork;
import org.mediaenricher.storage.NoSuchBucket;
import org.mediaenricher.storage.StoreUnavailable;

/** Reads the facts of each object. Where the store gives no answer, the item is filtered and the partition ends. */
@Named
@Dependent
public class FactsProcessor implements ItemProcessor {
    @Inject
    @BatchProperty(name = "run")
    private String run;

    @Inject
    @BatchProperty(name = "tenant")
    private String tenant;

    @Inject
    private RunProgress progress;

    @Inject
    private BucketListing buckets;

    @Inject
    private Enrichment enrichment;

    @Inject
    private Troubles troubles;

    private Optional<RunWork> work;

    @Override
    public Processed processItem(Object item) {
        Candidate candidate = (Candidate) item;
        if (candidate instanceof Candidate.End end) {
            return new Processed.End(end.slice(), end.seen());
        }
        RunWork todo = work();
        try {
            return new Processed.One(candidate.slice(), outcome(todo, candidate));
        } catch (StoreUnavailable away) {
            troubles.outage(todo.id(), away.getMessage());
            return null;
        } catch (NoSuchBucket gone) {
            troubles.lasting(todo.id(), gone.getMessage());
            return null;
        }
    }

    private Outcome outcome(RunWork todo, Candidate candidate) {
        if (candidate instanceof Candidate.Listed listed) {
            return listed.leaveAlone()
                    ? new Outcome.Skipped(listed.object().path())
                    : enrichment.of(todo.location(), listed.object());
        }
        String path = ((Candidate.Named) candidate).path();
        return buckets.object(todo.location(), path)
                .map(object -> enrichment.of(todo.location(), object))
                .orElseGet(() -> new Outcome.Gone(path));
    }

    private RunWork work() {
        if (work == null) {
            work = RunParameters.of(run, tenant).work(progress);
        }
        return work.orElseThrow();
    }
}

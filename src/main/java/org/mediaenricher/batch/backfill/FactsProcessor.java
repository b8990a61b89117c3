package org.mediaenricher.batch.backfill;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import org.mediaenricher.storage.NoSuchBucket;
import org.mediaenricher.storage.StoreUnavailable;

/** Waits for the facts of each object. Where the store gives no answer, the item is filtered and the partition ends. */
@Named
@Dependent
public class FactsProcessor implements ItemProcessor {
    @Inject
    @BatchProperty(name = "run")
    private String run;

    @Inject
    private Troubles troubles;

    @Override
    public Processed processItem(Object item) {
        Reading reading = (Reading) item;
        if (reading.candidate() instanceof Candidate.End end) {
            return new Processed.End(end.slice(), end.seen());
        }
        try {
            return new Processed.One(
                    reading.candidate().slice(), reading.outcome().get());
        } catch (StoreUnavailable away) {
            troubles.outage(UUID.fromString(run), away.getMessage());
            return null;
        } catch (NoSuchBucket gone) {
            troubles.lasting(UUID.fromString(run), gone.getMessage());
            return null;
        }
    }
}

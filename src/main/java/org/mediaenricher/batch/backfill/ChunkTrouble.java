package org.mediaenricher.batch.backfill;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.listener.AbstractChunkListener;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;

/** Remembers why a chunk was rolled back, for whoever decides how the run goes on. */
@Named
@Dependent
public class ChunkTrouble extends AbstractChunkListener {
    @Inject
    @BatchProperty(name = "run")
    private String run;

    @Inject
    private Troubles troubles;

    @Override
    public void onError(Exception broken) {
        troubles.outage(UUID.fromString(run), String.valueOf(broken.getMessage()));
    }
}

package org.mediaenricher.batch.backfill;

import jakarta.batch.api.chunk.AbstractCheckpointAlgorithm;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;
import java.time.Duration;

/**
 * Ends a chunk after so many objects, or after a while: pictures that are decoded take a hundred times as long as facts,
 * and progress, a stop and a crash should not wait for all of them. The engine's own {@code time-limit} leaves a timer
 * behind for each chunk.
 */
@Named
@Dependent
public class ChunkClock extends AbstractCheckpointAlgorithm {
    private static final int OBJECTS = 200;
    private static final Duration WHILE = Duration.ofSeconds(5);

    private long began;
    private int objects;

    @Override
    public void beginCheckpoint() {
        began = System.nanoTime();
        objects = 0;
    }

    /** Asked after each object. */
    @Override
    public boolean isReadyToCheckpoint() {
        objects++;
        return objects >= OBJECTS || System.nanoTime() - began >= WHILE.toNanos();
    }
}

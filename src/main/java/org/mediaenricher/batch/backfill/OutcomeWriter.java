package org.mediaenricher.batch.backfill;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.mediaenricher.batch.backfill.ChunkBook.Written;
import org.mediaenricher.runs.RunProgress;
import org.mediaenricher.runs.RunWork;
import org.mediaenricher.tenancy.RowSecurity;

/** Writes a chunk: rows, failures, the slice's position, the run's counters, all in the engine's transaction. */
@Named
@Dependent
public class OutcomeWriter extends AbstractItemWriter {
    @Inject
    @BatchProperty(name = "run")
    private String run;

    @Inject
    @BatchProperty(name = "tenant")
    private String tenant;

    @Inject
    private RunProgress progress;

    @Inject
    private ChunkBook book;

    @Inject
    private Troubles troubles;

    @Inject
    private RowSecurity rows;

    private Optional<RunWork> work = Optional.empty();

    @Override
    public void open(Serializable unused) {
        work = RunParameters.of(run, tenant).work(progress);
    }

    @Override
    public void writeItems(List<Object> items) {
        RunWork todo = work.orElseThrow();
        Chunk chunk = Chunk.of(items.stream().map(Processed.class::cast).toList());
        Written written = todo.scope().within(() -> book.write(todo, chunk));
        rows.leave();
        if (written.failuresLeft() < 0) {
            troubles.lasting(todo.id(), RunProgress.TOO_MANY_FAILED);
        }
        written.lost().forEach(slice -> troubles.lostLease(todo.id(), "slice " + slice.number()));
    }
}

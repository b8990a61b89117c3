package org.mediaenricher.batch.backfill;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.mediaenricher.leases.Incarnation;
import org.mediaenricher.leases.ThisNode;
import org.mediaenricher.runs.RunProgress;
import org.mediaenricher.runs.RunWork;
import org.mediaenricher.runs.Slice;
import org.mediaenricher.runs.Slices;
import org.mediaenricher.storage.NoSuchBucket;
import org.mediaenricher.storage.StoreUnavailable;

/** Leases slice after slice and hands on their objects. What was written of a slice before is in the slice itself. */
@Named
@Dependent
public class SliceReader extends AbstractItemReader {
    @Inject
    @BatchProperty(name = "run")
    private String run;

    @Inject
    @BatchProperty(name = "tenant")
    private String tenant;

    @Inject
    private RunProgress progress;

    @Inject
    private Slices slices;

    @Inject
    private SliceContents contents;

    @Inject
    private Readings readings;

    @Inject
    private ThisNode node;

    @Inject
    private Troubles troubles;

    private final Deque<Candidate> candidates = new ArrayDeque<>();
    private final Deque<Reading> begun = new ArrayDeque<>();
    private RunParameters parameters;
    private Optional<RunWork> work = Optional.empty();
    private String reached = "";

    @Override
    public void open(Serializable unused) {
        parameters = RunParameters.of(run, tenant);
        work = parameters.work(progress);
    }

    @Override
    public Reading readItem() {
        if (work.isEmpty() || troubles.any(parameters.run())) {
            return null;
        }
        if (candidates.isEmpty() && begun.isEmpty()) {
            leaseNext(work.get());
        }
        while (!candidates.isEmpty() && begun.size() <= readings.ahead(work.get())) {
            begun.add(readings.of(work.get(), candidates.poll()));
        }
        return begun.poll();
    }

    @Override
    public void close() {
        begun.forEach(reading -> reading.abandon().run());
    }

    /** For whoever looks into the engine's repository; the slice's own position is what counts. */
    @Override
    public Serializable checkpointInfo() {
        return reached;
    }

    private void leaseNext(RunWork todo) {
        Optional<Slice> leased = node.incarnation().flatMap(this::lease);
        if (leased.isEmpty()) {
            return;
        }
        reached = "slice " + leased.get().number();
        try {
            candidates.addAll(contents.of(todo, leased.get()));
        } catch (StoreUnavailable away) {
            troubles.outage(todo.id(), away.getMessage());
        } catch (NoSuchBucket gone) {
            troubles.lasting(todo.id(), gone.getMessage());
        }
    }

    private Optional<Slice> lease(Incarnation me) {
        return parameters.asTenant(() -> slices.lease(parameters.run(), me));
    }
}

package org.mediaenricher.batch.backfill;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import org.mediaenricher.assets.BucketListing;
import org.mediaenricher.assets.Enrichment;
import org.mediaenricher.assets.Outcome;
import org.mediaenricher.batch.BatchSettings;
import org.mediaenricher.runs.RunWork;

/**
 * Reads candidates. As long as there is a partition for each object that may be read at once, it is read when its
 * outcome is asked for, by the partition's own thread. With a store far away more are read at once than partitions can
 * usefully be; then readings begin ahead, on threads of their own, and a bucket of one slice goes as fast as one of
 * many. So they do where pictures are decoded, or a bucket of one slice would keep one decoder busy and no other.
 */
@ApplicationScoped
class Readings {
    private static final int NONE = 0;

    private BucketListing buckets;
    private Enrichment enrichment;
    private int concurrency;
    private boolean storeIsFar;
    private ExecutorService readers;

    @Resource
    private ManagedThreadFactory threads;

    /** For the container's proxy only. */
    Readings() {}

    @Inject
    Readings(BucketListing buckets, Enrichment enrichment, BatchSettings settings) {
        this.buckets = buckets;
        this.enrichment = enrichment;
        concurrency = settings.concurrency();
        storeIsFar = concurrency > settings.partitions();
    }

    /** How many readings a partition has to begin ahead of the one it waits for. */
    int ahead(RunWork run) {
        return storeIsFar || run.looks() ? concurrency : NONE;
    }

    /**
     * Begins to read, or gets ready to.
     *
     * @return its outcome fails with {@link org.mediaenricher.storage.StoreUnavailable} or
     *     {@link org.mediaenricher.storage.NoSuchBucket}
     */
    Reading of(RunWork run, Candidate candidate) {
        if (candidate instanceof Candidate.End end) {
            return Reading.nothing(end);
        }
        if (ahead(run) == NONE) {
            return new Reading(candidate, () -> read(run, candidate), () -> {});
        }
        FutureTask<Outcome> task = new FutureTask<>(() -> read(run, candidate));
        readers().execute(task);
        return new Reading(candidate, () -> await(task), () -> task.cancel(false));
    }

    @PreDestroy
    void end() {
        if (readers != null) {
            readers.shutdownNow();
        }
    }

    private synchronized ExecutorService readers() {
        if (readers == null) {
            readers = Executors.newFixedThreadPool(concurrency, threads);
        }
        return readers;
    }

    private Outcome read(RunWork run, Candidate candidate) {
        if (candidate instanceof Candidate.Listed listed) {
            return listed.leaveAlone()
                    ? new Outcome.Skipped(listed.object().path())
                    : enrichment.of(run.location(), listed.object(), run.looks());
        }
        String path = ((Candidate.Named) candidate).path();
        return buckets.object(run.location(), path)
                .map(object -> enrichment.of(run.location(), object, run.looks()))
                .orElseGet(() -> new Outcome.Gone(path));
    }

    private static Outcome await(FutureTask<Outcome> task) {
        try {
            return task.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new CompletionException(failed.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new CompletionException(stop);
        }
    }
}

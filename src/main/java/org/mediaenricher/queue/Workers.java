package org.mediaenricher.queue;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Threads that run what the lanes hold, one attempt after another, and pass on how each ended. */
@ApplicationScoped
class Workers {
    @Inject
    private Attempts attempts;

    @Inject
    private Reports reports;

    @Resource
    private ManagedThreadFactory threads;

    private final Semaphore lastOnesEnded = new Semaphore(0);
    private final AtomicBoolean suspectHere = new AtomicBoolean();
    private ExecutorService pool;
    private Runnable placeFree;
    private volatile boolean open;

    /**
     * To be called first.
     *
     * @param placeFree called when a lane has room for another claim
     */
    void begin(Runnable placeFree) {
        this.placeFree = placeFree;
        open = true;
        pool = Executors.newCachedThreadPool(threads);
    }

    /** Runs something else on a thread of theirs. */
    void execute(Runnable work) {
        pool.execute(work);
    }

    /**
     * Runs what was claimed; what a closed lane did not take goes back, its attempt unused.
     *
     * @param more how many threads the lane asks for, empty when it is closed
     */
    void begin(Lane lane, List<ClaimedJob> jobs, OptionalInt more) {
        if (more.isPresent()) {
            add(lane, more.getAsInt());
        } else {
            jobs.forEach(job -> reports.add(new Ending.GivenBack(job, false)));
        }
    }

    /**
     * Claims a job that may be what its nodes died of, unless there is one here already.
     *
     * @return whether there is one here now that was not before
     */
    boolean takeSuspect(Lane lane, Supplier<List<ClaimedJob>> claim) {
        if (!suspectHere.compareAndSet(false, true)) {
            return false;
        }
        List<ClaimedJob> suspect = List.of();
        try {
            suspect = claim.get();
        } finally {
            suspectHere.set(!suspect.isEmpty());
        }
        suspect.forEach(job -> begin(lane, List.of(job), lane.addSuspect(job)));
        return !suspect.isEmpty();
    }

    /** Leaves an attempt to itself that does not end; its place is another's. */
    void abandon(Lane lane, Attempt attempt) {
        if (attempt.end()) {
            if (attempt.isOfMany()) {
                separate(lane, attempt);
            } else {
                reports.add(Verdict.on(attempt.interruption(), lane.kind(), attempt.job()));
                forgetSuspect(lane, attempt.job());
            }
            add(lane, lane.abandon(attempt));
        }
    }

    /** Begins nothing more. What was claimed and not begun goes back, its attempt unused. */
    void close(Collection<Lane> lanes) {
        open = false;
        for (Lane lane : lanes) {
            lane.close().forEach(job -> reports.add(new Ending.GivenBack(job, false)));
        }
    }

    /** Waits until nothing runs any more; answers whether that came true. To be called when closed. */
    boolean awaitLastOnes(Collection<Lane> lanes, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (!lanes.stream().allMatch(Lane::holdsNothing)) {
                if (!lastOnesEnded.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    return false;
                }
            }
            return true;
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Ends all threads; to be called when nothing runs any more. */
    void end() throws InterruptedException {
        pool.shutdown();
        if (!pool.awaitTermination(5, TimeUnit.SECONDS)) {
            pool.shutdownNow();
        }
    }

    /** The same without waiting for any. */
    void endNow() {
        pool.shutdownNow();
    }

    private void add(Lane lane, int count) {
        for (int added = 0; added < count; added++) {
            pool.execute(() -> work(lane));
        }
    }

    private void work(Lane lane) {
        for (Optional<Attempt> next = lane.begin(); next.isPresent(); next = lane.begin()) {
            Attempt attempt = next.get();
            if (!(attempt.isOfMany() ? runTogether(lane, attempt) : runAlone(lane, attempt))) {
                return; // it was abandoned meanwhile, and its place given away
            }
            lane.ended(attempt);
            if (!open) {
                lastOnesEnded.release();
            } else if (lane.wanted() > 0) {
                placeFree.run();
            }
        }
    }

    private boolean runAlone(Lane lane, Attempt attempt) {
        Optional<Ending> ending = attempts.run(lane.handler(), lane.kind(), attempt);
        if (!attempt.end()) {
            return false;
        }
        ending.ifPresent(reports::add);
        forgetSuspect(lane, attempt.job());
        return true;
    }

    private boolean runTogether(Lane lane, Attempt attempt) {
        boolean done = attempts.runTogether(lane.handler(), lane.kind(), attempt);
        if (!attempt.end()) {
            return false;
        }
        if (!done) {
            separate(lane, attempt);
        }
        return true;
    }

    /** Whatever one of them did is undone with the others: each is tried alone now, and ends as it alone has to. */
    private void separate(Lane lane, Attempt attempt) {
        begin(lane, attempt.jobs(), lane.addApart(attempt.jobs()));
    }

    /** It is the turn of the next one. */
    private void forgetSuspect(Lane lane, ClaimedJob job) {
        if (job.suspect()) {
            suspectHere.set(false);
            lane.wake();
            placeFree.run();
        }
    }
}

package org.mediaenricher.queue;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.mediaenricher.leases.Incarnation;
import org.mediaenricher.leases.ThisNode;
import org.mediaenricher.problems.Repeated;
import org.mediaenricher.tenancy.RowScope;

/**
 * Claims jobs and gives them to threads. One thread claims for all kinds: it sleeps until somebody tells it of a job, a
 * place becomes free, the next job's time comes, or the poll is due, whichever is first.
 */
@ApplicationScoped
class Dispatcher {
    private static final Duration REST_AFTER_FAILURE = Duration.ofMillis(500);

    @Inject
    private Claims claims;

    @Inject
    private Upkeep upkeep;

    @Inject
    private Attempts attempts;

    @Inject
    private Reports reports;

    @Inject
    private ThisNode node;

    @Inject
    private QueueSettings settings;

    @Inject
    private JobKinds kinds;

    @Resource
    private ManagedThreadFactory threads;

    private final Map<String, Lane> lanes = new TreeMap<>();
    private final Semaphore signal = new Semaphore(0);
    private final Semaphore lastOnesEnded = new Semaphore(0);
    private final CountDownLatch lastClaim = new CountDownLatch(1);
    private final Repeated claiming = new Repeated("claims of jobs");
    private final AtomicBoolean suspectHere = new AtomicBoolean();
    private volatile boolean open;
    private volatile Incarnation incarnation;
    private ExecutorService workers;
    private volatile long nextPoll = System.nanoTime();
    private volatile long nextDue = System.nanoTime();

    /** Starts to claim, for every kind there is a handler of. */
    void begin() {
        kinds.handlers().forEach(handler -> lanes.put(handler.kind().name(), new Lane(handler)));
        open = true;
        workers = Executors.newCachedThreadPool(threads);
        workers.execute(this::claim);
        workers.execute(() -> reports.write(this::reported));
    }

    Collection<Lane> lanes() {
        return lanes.values();
    }

    /** There is a job of this kind. */
    void wake(String kind) {
        Optional.ofNullable(lanes.get(kind)).ifPresent(Lane::wake);
        signal();
    }

    /** There is a job whose time is to come. */
    void lookForDue() {
        nextDue = System.nanoTime();
        signal();
    }

    /** There may be jobs of any kind. */
    void poll() {
        nextPoll = System.nanoTime();
        signal();
    }

    /** Leaves an attempt to itself that does not end; its place is another's. */
    void abandon(Lane lane, Attempt attempt) {
        if (attempt.end()) {
            reports.add(Verdict.on(attempt.interruption(), lane.kind(), attempt.job()));
            forgetSuspect(lane, attempt.job());
            addWorkers(lane, lane.abandon(attempt));
        }
    }

    /** Claims no more. What was claimed and not begun goes back, its attempt unused. */
    void close() {
        open = false;
        signal();
        for (Lane lane : lanes.values()) {
            lane.close().forEach(job -> reports.add(new Ending.GivenBack(job, false)));
        }
    }

    /** Waits until nothing runs any more; answers whether that came true. To be called when closed. */
    boolean awaitLastOnes(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (!lanes.values().stream().allMatch(Lane::holdsNothing)) {
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
    void end() {
        try {
            lastClaim.await(2, TimeUnit.SECONDS);
            reports.close();
            workers.shutdown();
            if (!workers.awaitTermination(5, TimeUnit.SECONDS)) {
                workers.shutdownNow();
            }
        } catch (InterruptedException hurry) {
            workers.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private void signal() {
        signal.release();
    }

    private void claim() {
        try {
            claimUntilClosed();
        } finally {
            lastClaim.countDown();
        }
    }

    private void claimUntilClosed() {
        boolean claimed = false;
        while (open) {
            try {
                if (!claimed) {
                    signal.tryAcquire(Math.min(nextDue, nextPoll) - System.nanoTime(), TimeUnit.NANOSECONDS);
                    signal.drainPermits();
                }
                AtomicBoolean some = new AtomicBoolean();
                if (!claiming.run(() -> some.set(RowScope.service().within(this::round)))) {
                    TimeUnit.MILLISECONDS.sleep(REST_AFTER_FAILURE.toMillis());
                    poll();
                }
                claimed = some.get();
            } catch (InterruptedException stop) {
                return;
            }
        }
    }

    /** Once over all kinds; answers whether any job was claimed. */
    private boolean round() {
        Optional<Incarnation> me = node.incarnation();
        if (me.isEmpty()) {
            nextPoll = System.nanoTime() + REST_AFTER_FAILURE.toNanos();
            nextDue = nextPoll;
            return false;
        }
        recognise(me.get());
        lookAround();
        boolean claimed = false;
        for (Lane lane : lanes.values()) {
            claimed |= claim(lane, me.get());
        }
        return claimed;
    }

    /** Whether the poll is due, or jobs whose time has come. */
    private void lookAround() {
        long now = System.nanoTime();
        boolean poll = nextPoll - now <= 0;
        if (poll || nextDue - now <= 0) {
            if (poll) {
                nextPoll = now + settings.poll().toNanos();
            }
            nextDue = now + settings.poll().toNanos();
            Upkeep.Promotion due = upkeep.promote();
            due.next().ifPresent(next -> nextDue = Math.min(nextDue, now + next.toNanos()));
            if (poll || due.promoted() > 0) {
                lanes.values().forEach(Lane::wake);
            }
        }
    }

    private void recognise(Incarnation now) {
        Incarnation before = incarnation;
        if (before != null && !before.equals(now)) {
            claims.carryOver(before, now);
        }
        incarnation = now;
    }

    private boolean claim(Lane lane, Incarnation me) {
        int wanted = lane.wanted();
        if (wanted == 0) {
            return false;
        }
        lane.claiming();
        boolean suspect = claimSuspect(lane, me);
        List<ClaimedJob> jobs = claims.claim(lane.kind(), wanted, lane.lastServed(), me);
        begin(lane, jobs, lane.add(jobs));
        return suspect || !jobs.isEmpty();
    }

    private boolean claimSuspect(Lane lane, Incarnation me) {
        if (!suspectHere.compareAndSet(false, true)) {
            return false;
        }
        Optional<ClaimedJob> suspect = Optional.empty();
        try {
            suspect = claims.claimSuspect(lane.kind(), me);
        } finally {
            suspectHere.set(suspect.isPresent());
        }
        suspect.ifPresent(job -> begin(lane, List.of(job), lane.addSuspect(job)));
        return suspect.isPresent();
    }

    /** What a closed lane did not take goes back, its attempt unused. */
    private void begin(Lane lane, List<ClaimedJob> jobs, OptionalInt threads) {
        if (threads.isPresent()) {
            addWorkers(lane, threads.getAsInt());
        } else {
            jobs.forEach(job -> reports.add(new Ending.GivenBack(job, false)));
        }
    }

    private void addWorkers(Lane lane, int count) {
        for (int added = 0; added < count; added++) {
            workers.execute(() -> work(lane));
        }
    }

    private void work(Lane lane) {
        for (Optional<Attempt> next = lane.begin(); next.isPresent(); next = lane.begin()) {
            Attempt attempt = next.get();
            Optional<Ending> ending = attempts.run(lane.handler(), lane.kind(), attempt);
            if (!attempt.end()) {
                return; // it was abandoned meanwhile, and its place given away
            }
            ending.ifPresent(reports::add);
            forgetSuspect(lane, attempt.job());
            lane.ended(attempt);
            if (!open) {
                lastOnesEnded.release();
            } else if (lane.wanted() > 0) {
                signal();
            }
        }
    }

    /** It is the turn of the next one. */
    private void forgetSuspect(Lane lane, ClaimedJob job) {
        if (job.suspect()) {
            suspectHere.set(false);
            lane.wake();
            signal();
        }
    }

    /** What waits for its next attempt now has a time, which may be the next. */
    private void reported(List<Ending> endings) {
        if (endings.stream().anyMatch(one -> one instanceof Ending.Failed || one instanceof Ending.Snoozed)) {
            lookForDue();
        }
    }
}

package org.mediaenricher.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.mediaenricher.leases.Incarnation;
import org.mediaenricher.leases.ThisNode;
import org.mediaenricher.problems.Repeated;
import org.mediaenricher.tenancy.RowScope;

/**
 * Claims jobs and gives them to the {@link Workers}. One thread claims for all kinds: it sleeps until somebody tells it of
 * a job, a place becomes free, the next job's time comes, or the poll is due, whichever is first.
 */
@ApplicationScoped
class Dispatcher {
    private static final Logger LOG = Logger.getLogger(Dispatcher.class);
    private static final Duration REST_AFTER_FAILURE = Duration.ofMillis(500);

    @Inject
    private Claims claims;

    @Inject
    private Upkeep upkeep;

    @Inject
    private Workers workers;

    @Inject
    private Reports reports;

    @Inject
    private ThisNode node;

    @Inject
    private QueueSettings settings;

    @Inject
    private JobKinds kinds;

    private final Map<String, Lane> lanes = new TreeMap<>();
    private final Semaphore signal = new Semaphore(0);
    private final CountDownLatch lastClaim = new CountDownLatch(1);
    private final Repeated claiming = new Repeated("claims of jobs");
    private volatile boolean open;
    private volatile Incarnation incarnation;
    private volatile long nextPoll = System.nanoTime();
    private volatile long nextDue = System.nanoTime();
    /** The token of the last claim that was answered; of the claiming thread alone, as is whether one failed since. */
    private long heard;

    private boolean unheard;

    /** Starts to claim, for every kind there is a handler of. */
    void begin() {
        kinds.handlers().forEach(handler -> lanes.put(handler.kind().name(), new Lane(handler)));
        open = true;
        workers.begin(this::signal);
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
        workers.abandon(lane, attempt);
    }

    /** Claims no more. What was claimed and not begun goes back, its attempt unused. */
    void close() {
        open = false;
        signal();
        workers.close(lanes.values());
    }

    /** Waits until nothing runs any more; answers whether that came true. To be called when closed. */
    boolean awaitLastOnes(Duration patience) {
        return workers.awaitLastOnes(lanes.values(), patience);
    }

    /** Ends all threads; to be called when nothing runs any more. */
    void end() {
        try {
            lastClaim.await(2, TimeUnit.SECONDS);
            reports.close();
            workers.end();
        } catch (InterruptedException hurry) {
            workers.endNow();
            Thread.currentThread().interrupt();
        }
    }

    private void signal() {
        signal.release();
    }

    private void claim() {
        try {
            claimUntilClosed();
            claiming.run(() -> RowScope.service().within(() -> {
                node.incarnation().ifPresent(this::freeUnheard);
                return null;
            }));
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
                    unheard = true;
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
        freeUnheard(me.get());
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

    /** A claim that failed may have committed, and only its answer be lost: what it took, nobody would begin. */
    private void freeUnheard(Incarnation me) {
        if (unheard) {
            int freed = claims.freeUnheard(me, heard);
            unheard = false;
            if (freed > 0) {
                LOG.infof("Freed %d jobs that were claimed when the database's answer was lost", freed);
            }
        }
    }

    private boolean claim(Lane lane, Incarnation me) {
        int wanted = lane.wanted();
        if (wanted == 0) {
            return false;
        }
        lane.claiming();
        boolean suspect = workers.takeSuspect(lane, () -> heard(claims.claimSuspect(lane.kind(), me)));
        List<ClaimedJob> jobs = heard(claims.claim(lane.kind(), wanted, lane.lastServed(), me));
        workers.begin(lane, jobs, lane.add(jobs));
        return suspect || !jobs.isEmpty();
    }

    private List<ClaimedJob> heard(List<ClaimedJob> claimed) {
        claimed.stream().findFirst().ifPresent(job -> heard = job.token());
        return claimed;
    }

    /** What waits for its next attempt now has a time, which may be the next. */
    private void reported(List<Ending> endings) {
        if (endings.stream().anyMatch(one -> one instanceof Ending.Failed || one instanceof Ending.Snoozed)) {
            lookForDue();
        }
    }
}

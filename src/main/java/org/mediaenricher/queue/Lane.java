package org.mediaenricher.queue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

/** The jobs of one kind that this node holds: those that wait for a thread, alone or with others, and those that run. */
final class Lane {
    private final JobHandler<?> handler;
    private final JobKind kind;
    private final Deque<ClaimedJob> waiting = new ArrayDeque<>();
    private final Deque<ClaimedJob> apart = new ArrayDeque<>();
    private final Set<Attempt> running = new HashSet<>();
    private UUID lastServed = Owner.NOBODY;
    private int workers;
    private boolean awake = true;
    private boolean open = true;

    Lane(JobHandler<?> handler) {
        this.handler = handler;
        this.kind = handler.kind();
    }

    JobHandler<?> handler() {
        return handler;
    }

    JobKind kind() {
        return kind;
    }

    /** There may be jobs of this kind in the database. */
    synchronized void wake() {
        awake = true;
    }

    /** How many to claim now: none as long as there is plenty here, or none is known of there. */
    synchronized int wanted() {
        boolean plenty = waiting.size() > kind.ahead() / 2;
        return open && awake && !plenty ? Math.max(0, kind.capacity() - held()) : 0;
    }

    private int held() {
        return waiting.size()
                + apart.size()
                + running.stream().mapToInt(attempt -> attempt.jobs().size()).sum();
    }

    /** A claim begins: what is told of from now on, it may not see. */
    synchronized void claiming() {
        awake = false;
    }

    /** Of whom the last claim was, for the next one to go on behind. */
    synchronized UUID lastServed() {
        return lastServed;
    }

    /**
     * Takes what a claim gave, all of it still to be begun.
     *
     * @return how many threads are to be added for it; empty when the lane is closed, and the jobs have to go back
     */
    synchronized OptionalInt add(List<ClaimedJob> jobs) {
        if (!open) {
            return OptionalInt.empty();
        }
        if (!jobs.isEmpty()) {
            awake = true; // there may be more
            waiting.addAll(jobs);
            lastServed = jobs.get(jobs.size() - 1).tenant();
        }
        return OptionalInt.of(more());
    }

    /** The same with one that is not to keep the next claim waiting. */
    synchronized OptionalInt addSuspect(ClaimedJob job) {
        if (!open) {
            return OptionalInt.empty();
        }
        apart.addFirst(job);
        return OptionalInt.of(more());
    }

    /** The same with jobs that are to be tried without others. */
    synchronized OptionalInt addApart(List<ClaimedJob> jobs) {
        if (!open) {
            return OptionalInt.empty();
        }
        apart.addAll(jobs);
        return OptionalInt.of(more());
    }

    private int more() {
        int more = Math.min(waiting.size() + apart.size(), kind.atOnce() - workers);
        workers += more;
        return more;
    }

    /** The next one for the current thread, which has to go when there is none. */
    synchronized Optional<Attempt> begin() {
        List<ClaimedJob> next = apart.isEmpty() ? together() : List.of(apart.remove());
        if (next.isEmpty()) {
            workers--;
            return Optional.empty();
        }
        Attempt attempt = new Attempt(next);
        running.add(attempt);
        return Optional.of(attempt);
    }

    /** The next jobs of one tenant, as many as may share a transaction; each thread is left its part. */
    private List<ClaimedJob> together() {
        int part = (waiting.size() + kind.atOnce() - 1) / kind.atOnce();
        List<ClaimedJob> jobs = new ArrayList<>();
        while (!waiting.isEmpty()
                && (jobs.isEmpty()
                        || jobs.size() < Math.min(part, kind.together())
                                && waiting.peek().tenant().equals(jobs.get(0).tenant()))) {
            jobs.add(waiting.remove());
        }
        return jobs;
    }

    /** One has ended. */
    synchronized void ended(Attempt attempt) {
        running.remove(attempt);
        if (kind.limited()) {
            awake = true; // its place is free for another
        }
    }

    /**
     * One that does not end is left to itself.
     *
     * @return how many threads are to be added in its place
     */
    synchronized int abandon(Attempt attempt) {
        running.remove(attempt);
        workers--;
        return more();
    }

    /** What runs now. */
    synchronized List<Attempt> running() {
        return new ArrayList<>(running);
    }

    synchronized boolean holdsNothing() {
        return waiting.isEmpty() && apart.isEmpty() && running.isEmpty();
    }

    /** Takes no more, and gives out what was not begun. */
    synchronized List<ClaimedJob> close() {
        open = false;
        List<ClaimedJob> notBegun = new ArrayList<>(waiting);
        notBegun.addAll(apart);
        waiting.clear();
        apart.clear();
        return notBegun;
    }

    /** Interrupts what has run too long; answers what did not end even so, within {@code grace}. */
    List<Attempt> overdue(Duration grace) {
        List<Attempt> all = running();
        all.stream()
                .filter(attempt -> attempt.hasRunFor(kind.timeout()))
                .forEach(attempt -> attempt.interrupt(Attempt.Interruption.TIMEOUT));
        return all.stream()
                .filter(attempt -> attempt.ignoresInterruptionFor(grace))
                .toList();
    }
}

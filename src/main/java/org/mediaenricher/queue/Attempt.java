package org.mediaenricher.queue;

import java.time.Duration;

/**
 * One attempt while it runs: who may interrupt it, and who ends it. An attempt that does not end when it is interrupted
 * is abandoned: its thread is left alone, and what it may still do is fenced off by its token.
 */
final class Attempt {
    /** Why an attempt was interrupted. */
    enum Interruption {
        NONE,
        TIMEOUT,
        CANCEL,
        STOP
    }

    private final ClaimedJob job;
    private final Thread thread;
    private long begun = System.nanoTime();
    private Interruption interruption = Interruption.NONE;
    private long interrupted;
    private boolean over;

    /** An attempt on the current thread. */
    Attempt(ClaimedJob job) {
        this.job = job;
        this.thread = Thread.currentThread();
    }

    ClaimedJob job() {
        return job;
    }

    /** Asks it to end. The first reason counts; without effect when it is over. */
    synchronized void interrupt(Interruption why) {
        if (!over && interruption == Interruption.NONE) {
            interruption = why;
            interrupted = System.nanoTime();
            thread.interrupt();
        }
    }

    synchronized Interruption interruption() {
        return interruption;
    }

    boolean cancelled() {
        return interruption() != Interruption.NONE;
    }

    /** For so long everything stood still, which is not its fault and does not count. */
    synchronized void excuse(Duration standstill) {
        begun += standstill.toNanos();
    }

    /** Whether it has run for so long. */
    synchronized boolean hasRunFor(Duration time) {
        return System.nanoTime() - begun > time.toNanos();
    }

    /** Ends it, on its own thread or over its head; answers whether this was the first to do so, and so has a say. */
    synchronized boolean end() {
        boolean first = !over;
        over = true;
        if (Thread.currentThread() == thread) {
            Thread.interrupted(); // whatever interrupted this attempt was not meant for the next one
        }
        return first;
    }

    /** Whether it was interrupted that long ago and has not ended. */
    synchronized boolean ignoresInterruptionFor(Duration time) {
        return !over && interruption != Interruption.NONE && System.nanoTime() - interrupted > time.toNanos();
    }
}

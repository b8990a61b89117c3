package org.mediaenricher.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.mediaenricher.leases.Incarnation;
import org.mediaenricher.leases.ThisNode;
import org.mediaenricher.runs.ActiveRun;
import org.mediaenricher.runs.ExecutionBook;
import org.mediaenricher.runs.Run;
import org.mediaenricher.runs.RunProgress;
import org.mediaenricher.runs.Slices;
import org.mediaenricher.tenancy.RowScope;

/**
 * Keeps runs moving: takes up those that nobody drives, starts again those whose pause is over, helps with those that
 * others drive, and passes on the wish to stop. What it finds is in the database alone, so it makes no difference whether a run was opened a moment ago or
 * its node was killed yesterday.
 */
@ApplicationScoped
public class RunKeeper {
    private static final Logger LOG = Logger.getLogger(RunKeeper.class);

    private static final Duration LAST_CHUNK = Duration.ofSeconds(8);

    @Inject
    private ThisNode node;

    @Inject
    private RunProgress progress;

    @Inject
    private Slices slices;

    @Inject
    private ExecutionBook executions;

    @Inject
    private BatchJobs jobs;

    @Inject
    private Rests rests;

    /** One round, every few seconds. */
    public void keep() {
        RowScope.service().within(() -> {
            node.incarnation().ifPresent(this::keep);
            return null;
        });
    }

    /**
     * Does not wait for the next round with a run that was just opened, restarted or asked to stop. Where that does not
     * work out now, the next round will.
     *
     * @return the same run
     */
    public Run attended(Run run) {
        try {
            keep();
        } catch (RuntimeException later) {
            LOG.warnf("Run %s waits for the next round: %s", run.id(), later);
        }
        return run;
    }

    /** The server stops: ends its work on all runs at the next chunk, for another node or the next start to go on. */
    public void quiesce() {
        jobs.quiesce(LAST_CHUNK);
    }

    private void keep(Incarnation me) {
        progress.adopt(me);
        executions.abandon(me, jobs.atWork().stream().map(ActiveRun::id).toList());
        each(jobs.atWork(), this::haltIfAsked);
        each(progress.drivenBy(me), run -> move(run, me));
        each(progress.inNeedOfHelp(me), this::help);
    }

    private static void each(Collection<ActiveRun> runs, Consumer<ActiveRun> step) {
        for (ActiveRun run : runs) {
            RowScope.service(run.tenant()).within(() -> {
                step.accept(run);
                return null;
            });
        }
    }

    private void haltIfAsked(ActiveRun run) {
        if (progress.isHalted(run.id())) {
            jobs.stop(run.id());
        }
    }

    private void move(ActiveRun run, Incarnation me) {
        if (jobs.isAtWork(run.id())) {
            return;
        }
        if (run.stopping()) {
            slices.release(run.id(), me);
            progress.stopped(run.id(), me);
            return;
        }
        switch (run.left()) {
            case WORK -> drive(run, me);
            case WITH_OTHERS -> LOG.debugf("Run %s: what is left of it is with other nodes", run.id());
            case NOTHING -> settle(run, me);
        }
    }

    private void drive(ActiveRun run, Incarnation me) {
        long execution = jobs.work(run);
        if (execution != 0) {
            progress.executedBy(run.id(), me, execution);
        }
    }

    /** The last slice was a helper's, who may have gone before it could say so. */
    private void settle(ActiveRun run, Incarnation me) {
        if (!progress.complete(run.id())) {
            progress.fail(run.id(), me, RunProgress.TOO_MANY_FAILED);
        }
    }

    /** One run at a time, and only a node that has none of its own at hand: each costs threads and connections. */
    private void help(ActiveRun run) {
        if (jobs.atWork().isEmpty() && !rests.restsFrom(run.id())) {
            jobs.work(run);
        }
    }
}

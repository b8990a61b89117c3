package org.mediaenricher.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.mediaenricher.leases.Incarnation;
import org.mediaenricher.leases.ThisNode;
import org.mediaenricher.runs.ActiveRun;
import org.mediaenricher.runs.Run;
import org.mediaenricher.runs.RunProgress;
import org.mediaenricher.runs.Slices;
import org.mediaenricher.tenancy.RowScope;

/**
 * Keeps runs moving: takes up those that nobody drives, starts again those whose pause is over, and passes on the wish
 * to stop. What it finds is in the database alone, so it makes no difference whether a run was opened a moment ago or
 * its node was killed yesterday.
 */
@ApplicationScoped
public class RunKeeper {
    private static final Logger LOG = Logger.getLogger(RunKeeper.class);

    private static final Duration LAST_CHUNK = Duration.ofSeconds(20);

    @Inject
    private ThisNode node;

    @Inject
    private RunProgress progress;

    @Inject
    private Slices slices;

    @Inject
    private BatchJobs jobs;

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
        for (ActiveRun run : progress.drivenBy(me)) {
            RowScope.service(run.tenant()).within(() -> {
                move(run, me);
                return null;
            });
        }
    }

    private void move(ActiveRun run, Incarnation me) {
        if (run.stopping()) {
            stop(run, me);
            return;
        }
        long execution = jobs.work(run);
        if (execution != 0) {
            progress.executedBy(run.id(), execution);
        }
    }

    private void stop(ActiveRun run, Incarnation me) {
        UUID id = run.id();
        if (jobs.isAtWork(id)) {
            jobs.stop(id);
        } else {
            slices.release(id, me);
            progress.stopped(id);
        }
    }
}

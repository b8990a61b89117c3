package org.mediaenricher.batch.backfill;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.listener.JobListener;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.mediaenricher.batch.BatchJobs;
import org.mediaenricher.batch.Rests;
import org.mediaenricher.batch.backfill.Troubles.Remedy;
import org.mediaenricher.batch.backfill.Troubles.Trouble;
import org.mediaenricher.leases.Incarnation;
import org.mediaenricher.leases.ThisNode;
import org.mediaenricher.runs.RunProgress;
import org.mediaenricher.runs.Slices;

/**
 * Says in the run's row how the engine's work on it began and ended. A helper's has no say: what troubles it may trouble
 * nobody else.
 */
@Named
@Dependent
public class RunListener implements JobListener {
    private static final Logger LOG = Logger.getLogger(RunListener.class);
    private static final OutagePolicy POLICY = new OutagePolicy(Duration.ofSeconds(1), 8);

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
    private ThisNode node;

    @Inject
    private Troubles troubles;

    @Inject
    private BatchJobs jobs;

    @Inject
    private Rests rests;

    @Inject
    private JobContext job;

    @Override
    public void beforeJob() {
        RunParameters parameters = RunParameters.of(run, tenant);
        troubles.forget(parameters.run());
        parameters.asTenant(() -> {
            node.incarnation().ifPresent(me -> {
                slices.release(parameters.run(), me);
                progress.begin(parameters.run(), me);
            });
            return null;
        });
        LOG.infof("Run %s: work begins", run);
    }

    @Override
    public void afterJob() {
        RunParameters parameters = RunParameters.of(run, tenant);
        try {
            parameters.asTenant(() -> {
                node.incarnation().ifPresent(me -> close(parameters.run(), me));
                return null;
            });
        } finally {
            jobs.ended(parameters.run());
        }
    }

    private void close(UUID id, Incarnation me) {
        slices.release(id, me);
        progress.stopped(id, me);
        Optional<Trouble> trouble = troubles.forget(id).or(this::failureOfTheEngine);
        if (trouble.isEmpty()) {
            rests.none(id);
            LOG.infof("Run %s: work ends", id);
        } else if (trouble.get().remedy() == Remedy.NONE) {
            LOG.infof(
                    "Run %s: work ends, for the lease of this node ran out and %s is with another now",
                    id, trouble.get().reason());
        } else if (progress.isDrivenBy(id, me)) {
            decide(id, me, trouble.get());
        } else {
            LOG.warnf(
                    "Run %s: no help for %s: %s",
                    id, rests.from(id), trouble.get().reason());
        }
    }

    private Optional<Trouble> failureOfTheEngine() {
        return job.getBatchStatus() == BatchStatus.FAILED
                ? Optional.of(new Trouble(Remedy.REST, "The batch engine failed; the server's log says why."))
                : Optional.empty();
    }

    private void decide(UUID id, Incarnation me, Trouble trouble) {
        Optional<Duration> rest =
                trouble.remedy() == Remedy.PERSON ? Optional.empty() : POLICY.restAfter(progress.outages(id) + 1);
        if (rest.isPresent()) {
            LOG.warnf("Run %s rests for %s: %s", id, rest.get(), trouble.reason());
            progress.pause(id, me, rest.get(), trouble.reason());
        } else {
            LOG.errorf("Run %s failed: %s", id, trouble.reason());
            progress.fail(id, me, trouble.reason());
        }
    }
}

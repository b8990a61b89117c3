package org.mediaenricher.batch;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.listener.JobListener;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.mediaenricher.leases.Incarnation;
import org.mediaenricher.leases.ThisNode;
import org.mediaenricher.runs.BegunExecution;
import org.mediaenricher.runs.EndedExecution;
import org.mediaenricher.runs.ExecutionBook;
import org.mediaenricher.tenancy.RowScope;
import org.mediaenricher.tenancy.TenantId;

/** Writes into the history of all nodes what this node's engine does. The first listener of a job, for it ends first. */
@Named
@Dependent
public class ExecutionListener implements JobListener {
    private static final Logger LOG = Logger.getLogger(ExecutionListener.class);

    @Inject
    @BatchProperty(name = "run")
    private String run;

    @Inject
    @BatchProperty(name = "tenant")
    private String tenant;

    @Inject
    private ExecutionBook book;

    @Inject
    private ThisNode node;

    @Inject
    private BatchJobs jobs;

    @Inject
    private JobContext job;

    private Optional<UUID> id = Optional.empty();

    @Override
    public void beforeJob() {
        TenantId owner = TenantId.of(tenant);
        id = node.incarnation().map(me -> RowScope.service(owner).within(() -> book.begin(begun(owner, me))));
    }

    @Override
    public void afterJob() {
        try {
            id.ifPresent(this::end);
        } catch (RuntimeException away) {
            LOG.warnf(
                    "Execution %d of run %s ended, which could not be written down: %s",
                    job.getExecutionId(), run, away);
        }
    }

    private BegunExecution begun(TenantId owner, Incarnation me) {
        String parameters = StepsJson.parameters(jobs.parameters(job.getExecutionId()));
        return new BegunExecution(owner, UUID.fromString(run), me, job.getExecutionId(), job.getJobName(), parameters);
    }

    private void end(UUID execution) {
        String steps = StepsJson.of(jobs.steps(job.getExecutionId()));
        EndedExecution ended = new EndedExecution(word(job.getBatchStatus()), job.getExitStatus(), steps);
        RowScope.service(TenantId.of(tenant)).within(() -> {
            book.end(execution, ended);
            return null;
        });
    }

    /** The engine says only after this listener that what still is started has completed. */
    private static String word(BatchStatus status) {
        return switch (status) {
            case STARTING, STARTED, COMPLETED -> "completed";
            case STOPPING, STOPPED -> "stopped";
            case FAILED, ABANDONED -> "failed";
        };
    }
}

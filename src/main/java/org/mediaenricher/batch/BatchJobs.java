package org.mediaenricher.batch;

import jakarta.batch.operations.JobExecutionAlreadyCompleteException;
import jakarta.batch.operations.JobExecutionNotMostRecentException;
import jakarta.batch.operations.JobExecutionNotRunningException;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.operations.JobRestartException;
import jakarta.batch.operations.NoSuchJobExecutionException;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.StepExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.mediaenricher.runs.ActiveRun;
import org.mediaenricher.tenancy.TenantId;

/**
 * The only user of {@link JobOperator}. Knows which runs this server works on now; the engine's own table does not, for
 * after a crash it still calls its executions started.
 */
@ApplicationScoped
public class BatchJobs {
    private static final Logger LOG = Logger.getLogger(BatchJobs.class);
    private static final String BACKFILL = "backfill";
    private static final long NONE = 0;

    private final ConcurrentHashMap<UUID, ActiveRun> atWork = new ConcurrentHashMap<>();
    private volatile boolean open = true;
    private final ConcurrentHashMap<UUID, Long> executions = new ConcurrentHashMap<>();

    /**
     * Sets the engine to work on a run, as the continuation of its last execution here where there was one.
     *
     * @return the execution, or 0 when this server works on the run already
     */
    long work(ActiveRun run) {
        if (!open || atWork.putIfAbsent(run.id(), run) != null) {
            return NONE;
        }
        try {
            long execution = run.execution() == NONE ? start(run) : restart(run);
            executions.put(run.id(), execution);
            return execution;
        } catch (RuntimeException notStarted) {
            atWork.remove(run.id());
            throw notStarted;
        }
    }

    /** Whether this server works on the run. */
    boolean isAtWork(UUID run) {
        return atWork.containsKey(run);
    }

    /** The runs this server works on now, whether it drives them or helps. */
    Collection<ActiveRun> atWork() {
        return List.copyOf(atWork.values());
    }

    /** Asks the engine to end its work on the run at the next chunk. */
    void stop(UUID run) {
        Long execution = executions.get(run);
        if (execution == null) {
            return;
        }
        try {
            BatchRuntime.getJobOperator().stop(execution);
        } catch (JobExecutionNotRunningException | NoSuchJobExecutionException endedMeanwhile) {
            LOG.debugf("Execution %d of run %s had ended before it was stopped", execution, run);
        } catch (IllegalStateException serverStops) {
            LOG.debugf("Execution %d of run %s is stopped by the server, which stops too", execution, run);
        }
    }

    /** The parameters one of the engine's executions was started with. */
    Properties parameters(long execution) {
        return BatchRuntime.getJobOperator().getParameters(execution);
    }

    /** What the engine counted in the steps of one of its executions. */
    List<StepExecution> steps(long execution) {
        return BatchRuntime.getJobOperator().getStepExecutions(execution);
    }

    /** The engine's work on the run is over, whichever way. */
    public void ended(UUID run) {
        executions.remove(run);
        synchronized (atWork) {
            atWork.remove(run);
            atWork.notifyAll();
        }
    }

    /**
     * Ends all work at the next chunk and takes on no more: the server stops, and the beans the work needs go with it.
     *
     * @param patience how long to wait for chunks in hand
     */
    void quiesce(Duration patience) {
        open = false;
        atWork.keySet().forEach(this::stop);
        long deadline = System.nanoTime() + patience.toNanos();
        synchronized (atWork) {
            for (long left = patience.toMillis(); !atWork.isEmpty() && left > 0; left = millisUntil(deadline)) {
                try {
                    atWork.wait(left);
                } catch (InterruptedException hurry) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    private static long millisUntil(long deadline) {
        return (deadline - System.nanoTime()) / 1_000_000;
    }

    private static long start(ActiveRun run) {
        return BatchRuntime.getJobOperator().start(BACKFILL, parameters(run.id(), run.tenant()));
    }

    private static long restart(ActiveRun run) {
        Properties parameters = parameters(run.id(), run.tenant());
        // After a kill the engine's row still says STARTED. That nobody works on it is known from our lease.
        parameters.setProperty("jberet.restart.mode", "force");
        try {
            return BatchRuntime.getJobOperator().restart(run.execution(), parameters);
        } catch (JobExecutionAlreadyCompleteException
                | JobExecutionNotMostRecentException
                | JobRestartException
                | NoSuchJobExecutionException history) {
            LOG.infof("Run %s begins a new execution: %s", run.id(), history.getMessage());
            return start(run);
        }
    }

    private static Properties parameters(UUID run, TenantId tenant) {
        Properties parameters = new Properties();
        parameters.setProperty("run", run.toString());
        parameters.setProperty("tenant", tenant.toString());
        return parameters;
    }
}

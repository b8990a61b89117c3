package org.mediaenricher.batch.backfill;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.mediaenricher.runs.RunProgress;

/** Completes the run when every slice is done; answers {@code unfinished} otherwise. */
@Named
@Dependent
public class FinishRun extends AbstractBatchlet {
    @Inject
    @BatchProperty(name = "run")
    private String run;

    @Inject
    @BatchProperty(name = "tenant")
    private String tenant;

    @Inject
    private RunProgress progress;

    @Inject
    private Troubles troubles;

    @Override
    public String process() {
        RunParameters parameters = RunParameters.of(run, tenant);
        if (troubles.any(parameters.run())) {
            return "unfinished";
        }
        return parameters.asTenant(() -> progress.complete(parameters.run())) ? "completed" : "unfinished";
    }
}

package org.mediaenricher.batch.backfill;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import org.mediaenricher.leases.ThisNode;
import org.mediaenricher.runs.RunProgress;

/**
 * Completes the run when every slice is done. Otherwise it answers {@code unfinished}, or {@code helped} on a node that
 * does not drive the run and did what it could.
 */
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
    private ThisNode node;

    @Inject
    private Troubles troubles;

    @Override
    public String process() {
        RunParameters parameters = RunParameters.of(run, tenant);
        if (troubles.any(parameters.run())) {
            return "unfinished";
        }
        return parameters.asTenant(() -> finish(parameters.run()));
    }

    private String finish(UUID id) {
        if (progress.complete(id) || progress.isCompleted(id)) {
            return "completed";
        }
        boolean driver =
                node.incarnation().filter(me -> progress.isDrivenBy(id, me)).isPresent();
        return driver ? "unfinished" : "helped";
    }
}

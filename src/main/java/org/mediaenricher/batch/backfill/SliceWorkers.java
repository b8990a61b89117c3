package org.mediaenricher.batch.backfill;

import jakarta.batch.api.partition.PartitionMapper;
import jakarta.batch.api.partition.PartitionPlan;
import jakarta.batch.api.partition.PartitionPlanImpl;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Properties;
import org.mediaenricher.batch.BatchSettings;

/**
 * As many partitions as the server may use for a run. They hold no work of their own: each leases slices until none is
 * left, so a slow one does not keep the others waiting, and after a crash it makes no difference how many there were.
 */
@Named
@Dependent
public class SliceWorkers implements PartitionMapper {
    @Inject
    private BatchSettings settings;

    @Override
    public PartitionPlan mapPartitions() {
        PartitionPlanImpl plan = new PartitionPlanImpl();
        plan.setPartitions(settings.partitions());
        // The engine dereferences them without asking (StepExecutionRunner.beginPartition, JBeret 3.1.0).
        plan.setPartitionProperties(new Properties[settings.partitions()]);
        plan.setThreads(settings.partitions());
        plan.setPartitionsOverride(true);
        return plan;
    }
}

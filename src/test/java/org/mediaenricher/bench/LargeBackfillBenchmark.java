package org.mediaenricher.bench;

import java.util.List;
import org.mediaenricher.harness.ServerNode;

/** 100,000 camera JPEGs: whether the rate holds. */
final class LargeBackfillBenchmark implements Benchmark {
    private static final int OBJECTS = 100_000;

    @Override
    public List<String> names() {
        return List.of("backfill.objects_per_s_100k", "backfill.heap_mb_100k");
    }

    @Override
    public void run(Workbench workbench, Figures figures) throws Exception {
        String bucket = workbench.cameraBucket(OBJECTS);
        ServerNode node = workbench.node();
        BackfillRun.over(bucket, workbench, node); // brings the files into the page cache
        BackfillRun first = BackfillRun.over(bucket, workbench, node);
        BackfillRun second = BackfillRun.over(bucket, workbench, node);
        figures.add("backfill.objects_per_s_100k", Figures.median(first.perSecond(), second.perSecond()), "objects/s");
        figures.add(
                "backfill.heap_mb_100k",
                new Footprint(node, workbench.gcLog()).heap().committed(),
                "MB");
    }
}

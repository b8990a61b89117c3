package org.mediaenricher.bench;

import java.util.List;
import org.mediaenricher.harness.ServerNode;

/** 20,000 camera JPEGs on the filesystem store, beside the plain upsert of the very same rows in turns. */
final class BackfillBenchmark implements Benchmark {
    static final int OBJECTS = 20_000;
    private static final int TURNS = 3;
    private static final int LONGEST_WARM_UP = 8;

    @Override
    public List<String> names() {
        return List.of(
                "backfill.objects_per_s",
                "backfill.upsert_only_rows_per_s",
                "backfill.upsert_share",
                "backfill.bytes_read_share",
                "backfill.heap_mb",
                "backfill.heap_live_mb");
    }

    @Override
    public void run(Workbench workbench, Figures figures) throws Exception {
        String bucket = workbench.cameraBucket(OBJECTS);
        ServerNode node = workbench.node();
        warmUp(bucket, workbench, node);
        PlainUpsert upsert = PlainUpsert.ofWhatIsThere(workbench);
        upsert.rowsPerSecond(); // warms up
        Footprint footprint = new Footprint(node, workbench.gcLog());
        double[] runs = new double[TURNS];
        double[] upserts = new double[TURNS];
        long bytesRead = 0;
        for (int turn = 0; turn < TURNS; turn++) {
            long before = footprint.bytesRead();
            runs[turn] = BackfillRun.over(bucket, workbench, node).perSecond();
            bytesRead += footprint.bytesRead() - before;
            upserts[turn] = upsert.rowsPerSecond();
        }
        figures.add("backfill.objects_per_s", Figures.median(runs), "objects/s");
        figures.add("backfill.upsert_only_rows_per_s", Figures.median(upserts), "rows/s");
        figures.add("backfill.upsert_share", 100 * Figures.median(runs) / Figures.median(upserts), "%");
        figures.add("backfill.bytes_read_share", 100.0 * bytesRead / TURNS / upsert.objectBytes(), "%");
        figures.add("backfill.heap_mb", footprint.heap().committed(), "MB");
        figures.add("backfill.heap_live_mb", footprint.heap().live(), "MB");
    }

    /** Until the rate holds: a JVM on two cores compiles for half a minute. */
    private static void warmUp(String bucket, Workbench workbench, ServerNode node) throws Exception {
        double last = 0;
        for (int turn = 0; turn < LONGEST_WARM_UP; turn++) {
            double now = BackfillRun.over(bucket, workbench, node).perSecond();
            if (now < last * 1.05) {
                return;
            }
            last = now;
        }
    }
}

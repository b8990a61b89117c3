package org.mediaenricher.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mediaenricher.demo.sample.CameraJpegs;
import org.mediaenricher.harness.ServerNode;

/** A store that answers each call in 20 ms: how much of what the configured concurrency allows is reached. */
final class LatencyBenchmark implements Benchmark {
    private static final int OBJECTS = 4_000;
    /** As many as two cores can serve, which the store shares with the server and the database. */
    private static final int CONCURRENCY = 8;

    private static final int WARM_UPS = 4;
    private static final Duration PER_CALL = Duration.ofMillis(20);
    private static final String BUCKET = "far-away";

    @Override
    public List<String> names() {
        return List.of("backfill.latency_store_share");
    }

    @Override
    public void run(Workbench workbench, Figures figures) throws Exception {
        Path files = workbench.sandbox().bucket(BUCKET);
        CameraJpegs.small(OBJECTS).fill(files);
        try (SlowS3 store = new SlowS3(PER_CALL)) {
            store.fill(BUCKET, files);
            Map<String, String> settings = new HashMap<>(store.settings());
            settings.put("mediaenricher.batch.concurrency", Integer.toString(CONCURRENCY));
            ServerNode node = workbench.start(settings);
            for (int turn = 0; turn < WARM_UPS; turn++) {
                BackfillRun.over(BUCKET, workbench, node);
            }
            double perSecond = BackfillRun.over(BUCKET, workbench, node).perSecond();
            double allowed = CONCURRENCY / (PER_CALL.toMillis() / 1000.0);
            figures.add("backfill.latency_store_share", 100 * perSecond / allowed, "%");
        } finally {
            workbench.stop();
        }
    }
}

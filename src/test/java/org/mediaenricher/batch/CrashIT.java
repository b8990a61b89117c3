package org.mediaenricher.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.mediaenricher.demo.sample.CameraJpegs;
import org.mediaenricher.harness.Gate;
import org.mediaenricher.harness.Sandbox;
import org.mediaenricher.harness.ServerNode;
import org.mediaenricher.harness.TableLock;
import org.mediaenricher.harness.Tenant;
import org.mediaenricher.harness.Testbed;

/**
 * The real process, killed with SIGKILL again and again, on a database that is as durable as in earnest: the run goes
 * on by itself, and its rows and counters are those of a run that nobody disturbed.
 */
@TestInstance(Lifecycle.PER_CLASS)
class CrashIT {
    private static final int FILES = 6000;
    private static final int BROKEN = FILES / 100;
    /** More than partitions, so that objects are read ahead of the chunk a kill undoes. */
    private static final String READ_AT_ONCE = "16";

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Sandbox sandbox = Sandbox.in(Testbed.sandbox().folder().resolve("crash"));
    private final ServerNode node =
            sandbox.start(sandbox.plan("crash").setting("mediaenricher.batch.concurrency", READ_AT_ONCE));
    private final Tenant tenant = Tenant.on(sandbox, node);

    @AfterAll
    void end() {
        sandbox.close();
    }

    @Test
    void a_run_whose_server_is_killed_ends_as_one_that_nobody_disturbed() {
        CameraJpegs.small(FILES).withBrokenEvery(100).fill(tenant.bucket("b"));
        String run = killedBeforeItsFirstStep();
        killedDuringTheSurvey(run);
        killedWithinAChunk(run);
        killedBehind(run, FILES / 3);
        killedBehind(run, FILES * 2 / 3);
        Awaitility.await("end of the run")
                .atMost(PATIENCE)
                .until(() -> !List.of("running", "pending").contains(row(run).get("status")));

        assertThat(row(run))
                .containsEntry("status", "completed")
                .containsEntry("total_files", (long) FILES)
                .containsEntry("processed_files", (long) FILES)
                .containsEntry("succeeded", (long) FILES - BROKEN)
                .containsEntry("failed", (long) BROKEN)
                .containsEntry("skipped", 0L);
        assertThat(tenant.number("select count(*) from public.media_enrich_failures where tenant_id = ?", tenant.id()))
                .isEqualTo(BROKEN);
        assertThat(tenant.number(
                        "select count(*) from public.media_assets where tenant_id = ? and writes = 1", tenant.id()))
                .isEqualTo(FILES - BROKEN);
        assertThat(difference(undisturbed())).isEmpty();
        assertThat(node.stackTracesInLog()).isEmpty();
    }

    private String killedBeforeItsFirstStep() {
        String run;
        try (TableLock slices = tenant.lock("public.media_enrich_slices")) {
            run = tenant.open("bucket=b");
            awaitWaiting("public.media_enrich_slices");
            node.kill();
        }
        return run;
    }

    private void killedDuringTheSurvey(String run) {
        try (Gate slices = Gate.beforeInserts(sandbox.database(), "public.media_enrich_slices")) {
            node.start();
            Awaitility.await("a survey that waits").atMost(PATIENCE).until(slices::someoneWaits);
            assertThat(row(run)).containsEntry("status", "running").containsEntry("surveyed", false);
            node.kill();
        }
        node.start();
    }

    private void killedWithinAChunk(String run) {
        try (TableLock assets = tenant.lock("public.media_assets")) {
            awaitTrue(run, "surveyed");
            awaitWaiting("public.media_assets");
            node.kill();
        }
        node.start();
    }

    private void killedBehind(String run, int processed) {
        awaitTrue(run, "processed_files >= " + processed);
        node.kill();
        node.start();
    }

    private void awaitWaiting(String table) {
        String sql = "select count(*) from pg_locks where not granted and relation = '" + table + "'::regclass";
        Awaitility.await("somebody who waits for " + table)
                .pollInSameThread()
                .atMost(PATIENCE)
                .until(() -> tenant.number(sql) > 0);
    }

    private void awaitTrue(String run, String condition) {
        String sql = "select count(*) from public.media_enrich_runs where id = ? and " + condition;
        Awaitility.await(condition)
                .pollInSameThread()
                .pollInterval(Duration.ofMillis(10))
                .atMost(PATIENCE)
                .until(() -> tenant.number(sql, UUID.fromString(run)) == 1);
    }

    private Map<String, Object> row(String run) {
        return tenant.rows("select * from public.media_enrich_runs where id = ?", UUID.fromString(run))
                .get(0);
    }

    /** The same folder, enriched for another tenant without a crash. */
    private UUID undisturbed() {
        Tenant other = Tenant.on(sandbox, node);
        sandbox.bucket(other.id(), "b", tenant.id() + "-b");
        assertThat(other.backfill("bucket=b").get("status").asText()).isEqualTo("completed");
        return other.id();
    }

    private List<Map<String, Object>> difference(UUID other) {
        String facts = """
                select path, status, size_bytes, etag, content_type, width, height, orientation, captured_at,
                       captured_local, latitude, longitude, camera_make, camera_model, tags, metadata
                  from public.media_assets where tenant_id = ?
                """;
        return tenant.rows(
                "(" + facts + " except " + facts + ") union all (" + facts + " except " + facts + ")",
                tenant.id(),
                other,
                other,
                tenant.id());
    }
}

package org.mediaenricher.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
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
 * The two points at which a chunk and the engine's checkpoint could part: the server is killed between the chunk's rows
 * and the checkpoint, and between the checkpoint and the commit of both.
 */
@TestInstance(Lifecycle.PER_CLASS)
class StopPointsIT {
    private static final int FILES = 5_000;
    private static final int PARTITIONS = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Sandbox sandbox = Sandbox.in(Testbed.sandbox().folder().resolve("stop-points"));
    private final ServerNode node = sandbox.start(
            sandbox.plan("stops").setting("mediaenricher.batch.concurrency", Integer.toString(PARTITIONS)));
    private Tenant tenant;
    private UUID run;
    private long committed;

    @AfterAll
    void end() {
        sandbox.close();
    }

    @Test
    void killed_between_the_rows_of_a_chunk_and_the_checkpoint() {
        String checkpoints = "batch_stops.partition_execution";
        String waiting =
                "select count(*) from pg_locks where not granted and relation = '" + checkpoints + "'::regclass";
        try (Gate rows = Gate.beforeInserts(sandbox.database(), "public.media_assets")) {
            open();
            await("a slice for each partition", () -> leased() == PARTITIONS);
            await("chunks in hand", rows::someoneWaits);
            try (TableLock engine = tenant.lock(checkpoints)) {
                rows.open();
                await("a checkpoint in hand", () -> tenant.number(waiting) == 1);
                killWithAChunkInEachHand();
            }
        }
        node.start();
        assertEveryObjectIsThereOnce();
    }

    @Test
    void killed_between_the_checkpoint_and_the_commit() {
        try (Gate commits = Gate.beforeCommits(sandbox.database(), "public.media_assets")) {
            open();
            await("a slice for each partition", () -> leased() == PARTITIONS);
            await("a commit in hand", () -> commits.waiting() == 1);
            killWithAChunkInEachHand();
        }
        node.start();
        assertEveryObjectIsThereOnce();
    }

    private void open() {
        tenant = Tenant.on(sandbox, node);
        CameraJpegs.small(FILES).fill(tenant.bucket("b"));
        run = UUID.fromString(tenant.open("bucket=b"));
    }

    /** The first of them waits for us, and the others for the first: they all count in the run's row. */
    private void killWithAChunkInEachHand() {
        String waiting = """
                select count(*) from pg_stat_activity
                 where application_name = 'media-enricher stops' and wait_event_type = 'Lock'
                """;
        await("a chunk in each hand", () -> tenant.numberOfAll(waiting) == PARTITIONS);
        committed = tenant.number("select processed_files from public.media_enrich_runs where id = ?", run);
        node.kill();
        endWhatItLeft();
    }

    /** A commit that was sent before the kill would go through once the gate is open, for the database knows no kill. */
    private void endWhatItLeft() {
        tenant.numberOfAll("""
                select count(pg_terminate_backend(pid)) from pg_stat_activity
                 where application_name = 'media-enricher stops'
                """);
        await("the end of its sessions", () -> tenant.numberOfAll("""
                select count(*) from pg_stat_activity where application_name = 'media-enricher stops'
                """) == 0);
    }

    private long leased() {
        return tenant.number(
                "select count(*) from public.media_enrich_slices where run_id = ? and status = 'leased'", run);
    }

    private void assertEveryObjectIsThereOnce() {
        JsonNode ended = tenant.ended(run.toString());
        assertThat(ended.get("status").asText()).isEqualTo("completed");
        assertThat(ended.get("succeeded").asLong()).isEqualTo(FILES);
        assertThat(ended.get("processed_files").asLong()).isEqualTo(FILES);
        assertThat(tenant.number("select count(*) from public.media_assets where run_id = ? and writes = 1", run))
                .isEqualTo(FILES);
        assertThat(readAfterTheKill()).as("what was not committed, and no more").isEqualTo(FILES - committed);
        assertThat(committed).as("nothing of the chunks in hand had counted").isZero();
        assertThat(node.stackTracesInLog()).isEmpty();
    }

    /** The end of a slice is read as an item too. */
    private long readAfterTheKill() {
        return tenant.number("""
                        select sum((step ->> 'read')::int) from public.batch_executions,
                               jsonb_array_elements(steps) as step
                         where run_id = ? and status <> 'abandoned' and step ->> 'name' = 'enrich'
                        """, run)
                - tenant.number("select count(*) from public.media_enrich_slices where run_id = ?", run);
    }

    private static void await(String what, Callable<Boolean> condition) {
        Awaitility.await(what)
                .pollInSameThread()
                .pollInterval(Duration.ofMillis(20))
                .atMost(PATIENCE)
                .until(condition);
    }
}

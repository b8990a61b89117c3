package org.mediaenricher.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.mediaenricher.demo.sample.CameraJpegs;
import org.mediaenricher.harness.Gate;
import org.mediaenricher.harness.Sandbox;
import org.mediaenricher.harness.ServerNode;
import org.mediaenricher.harness.ServerNodePlan;
import org.mediaenricher.harness.Testbed;

/**
 * One run on two nodes, of which one is stopped in order, killed, or frozen until its lease has run out: every slice is
 * done once, whoever did it, and what the nodes' engines did is told in one place.
 */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class TwoNodesIT {
    private static final int HANDS = 4;
    /** Five slices of 1,000 at the most: one more than a node has hands. */
    private static final int MANY = 4_500;
    /** One slice. */
    private static final int FEW = 900;

    private final Sandbox sandbox = Sandbox.in(Testbed.sandbox().folder().resolve("two-nodes"));
    private final ServerNode a = sandbox.start(plan("a"));
    private final ServerNode b = sandbox.start(plan("b"));
    /** How many stack traces the pool and the engine may have written when sessions were ended under their hands. */
    private final Map<ServerNode, Integer> excused = new HashMap<>();

    private SharedRun run;

    @BeforeAll
    void fill() {
        fill("many", MANY);
        fill("few", FEW);
    }

    @BeforeEach
    void open() {
        run = new SharedRun(sandbox, List.of(a, b), "many", MANY);
    }

    @AfterEach
    void nothing_broke() {
        assertThat(a.stackTracesInLog()).hasSize(excused.getOrDefault(a, 0));
        assertThat(b.stackTracesInLog()).hasSize(excused.getOrDefault(b, 0));
    }

    @AfterAll
    void end() {
        a.kill();
        sandbox.close();
    }

    @Test
    void both_work_slices_of_one_run_and_the_history_of_both_is_told() {
        try (Gate gate = run.gate()) {
            run.openedAndShared();
        }
        run.assertEndedWell();
        awaitExecutions();
        assertThat(run.owners()).containsExactly("a", "b");
        assertThat(run.history())
                .as("a driver that runs out of work before its helper stops, and leaves the last word to him")
                .containsAnyOf(
                        "driver on " + run.driver().name() + " completed",
                        "driver on " + run.driver().name() + " stopped")
                .contains("helper on " + run.helper().name() + " completed");
        assertThat(run.number("""
                        select sum((step ->> 'written')::int) from public.batch_executions,
                               jsonb_array_elements(steps) as step
                         where run_id = ? and step ->> 'name' = 'enrich'
                        """)).as("objects, and ends of slices").isEqualTo(MANY + run.slices("status = 'done'"));
        assertPagesFollowEachOther();
    }

    @Test
    void a_run_that_is_stopped_stops_on_both_and_goes_on_when_it_is_restarted() {
        try (Gate gate = run.gate()) {
            run.openedAndShared();
            run.post("stop");
            run.await("engines that were told", () -> run.engineIsTold(a) && run.engineIsTold(b));
            assertThat(run.row()).containsEntry("status", "stopping");
        }
        run.await("the stop", () -> run.row().get("status").equals("stopped"));
        assertThat(run.slices("status = 'leased'")).isZero();
        run.post("restart");
        run.assertEndedWell();
    }

    @Test
    void one_that_is_stopped_in_order_gives_back_slices_and_drive_and_leaves_the_other_s_execution_alone() {
        try (Gate gateOfA = run.gateOf(a);
                Gate gateOfB = run.gateOf(b)) {
            run.openedAndShared();
            CompletableFuture<Boolean> stopped = CompletableFuture.supplyAsync(run.driver()::stop);
            run.await("an engine that was told", () -> run.engineIsTold(run.driver()));
            (run.driver() == a ? gateOfA : gateOfB).open(); // the other could be through before this one is gone
            assertThat(stopped.join()).as("went by itself").isTrue();
            awaitHelperAsDriver();
        }
        run.assertEndedWell();
        awaitExecutions();
        run.driver().start();
        assertThat(run.row()).containsEntry("driver", run.helper().name());
        assertThat(run.history())
                .contains("driver on " + run.driver().name() + " stopped")
                .contains("helper on " + run.helper().name() + " completed")
                .noneMatch(execution -> execution.endsWith("abandoned"));
    }

    @Test
    void the_work_of_a_driver_that_is_killed_is_taken_up_by_its_helper_and_not_by_itself_again() {
        try (Gate gate = run.gate()) {
            run.openedAndShared();
            run.driver().kill();
            run.leaseRunsOut(run.driver());
            awaitHelperAsDriver();
            run.await(
                    "a mark on what died",
                    () -> run.history().contains("driver on " + run.driver().name() + " abandoned"));
            run.driver().start();
            run.await(
                    "help by who came back",
                    () -> run.history().contains("helper on " + run.driver().name() + " running"));
            assertThat(run.engineSays(run.driver(), "STARTED"))
                    .as("its engine knows nothing of the kill")
                    .isTrue();
        }
        run.assertEndedWell();
        assertThat(run.row()).containsEntry("driver", run.helper().name());
        assertThat(run.history().stream().filter(("driver on " + run.driver().name() + " abandoned")::equals))
                .as("never driven again by whom it was taken from")
                .hasSize(1);
    }

    /** The last one, for it leaves one of them dead: each start takes its time. */
    @Test
    @Order(Integer.MAX_VALUE)
    void no_slice_is_done_twice_after_a_second_crash_of_all() {
        run.opened();
        for (int kill = 1; kill <= 2; kill++) {
            int behind = MANY * kill / 4;
            run.await("progress", () -> (Long) run.row().get("processed_files") >= behind);
            try (Gate gate = run.gate()) {
                run.await("chunks in hand", gate::someoneWaits);
                b.kill();
                a.kill();
            }
            run.leaseRunsOut(b);
            a.start();
        }
        run.assertEndedWell();
    }

    @Test
    void one_that_stood_still_between_chunks_writes_nothing_of_what_was_taken_over_and_joins_again() {
        run = new SharedRun(sandbox, List.of(a, b), "few", FEW);
        ServerNode frozen;
        try (Gate commits = run.commits()) {
            run.opened();
            frozen = run.driver();
            run.freezeBetweenItsChunks(frozen, commits);
        }
        run.leaseRunsOut(frozen);
        run.assertEndedWell();
        Map<String, Object> before = run.row();
        frozen.resume();
        run.await(
                "a word of it",
                () -> frozen.log().lines().stream().anyMatch(line -> line.contains("the lease of this node ran out")));
        awaitExecutions();
        assertThat(run.row()).isEqualTo(before);
        run.assertEndedWell();

        open();
        try (Gate gate = run.gate()) {
            run.openedAndShared();
        }
        run.assertEndedWell();
    }

    @Test
    void a_driver_waits_for_the_slices_a_helper_holds_and_does_not_start_over_and_over() {
        try (Gate drivers = run.commitsOf(a);
                Gate helpers = run.commitsOf(b)) {
            run.openedWithOneSliceForTheOther(HANDS);
            drivers.open();
            run.freezeBetweenItsChunks(b, helpers);
        }
        assertThat(run.helper()).isSameAs(b);
        run.await(
                "the driver's end",
                () -> run.history().contains("driver on " + run.driver().name() + " stopped"));
        List<String> before = run.history();
        run.beatsTwice(run.driver());
        assertThat(run.row()).containsEntry("status", "running");
        assertThat(run.history()).isEqualTo(before);
        run.helper().resume();
        run.assertEndedWell();
    }

    @Test
    void one_that_stood_still_within_a_chunk_keeps_no_lock_from_the_other() {
        try (Gate gate = run.gate()) {
            run.openedAndShared();
            run.driver().suspend();
            run.leaseRunsOut(run.driver());
        }
        run.assertEndedWell();
        run.driver().resume();
        run.await(
                "its return",
                () -> run.driver().log().lines().stream()
                        .anyMatch(line -> line.contains("was silent for longer than its lease")));
        awaitExecutions();
        run.beatsTwice(run.driver()); // for as long the pool may still hold a session that was ended
        run.assertEndedWell();
        excused.put(run.driver(), run.driver().stackTracesInLog().size());
    }

    private void awaitHelperAsDriver() {
        run.await(
                "a new driver",
                () -> run.row().get("driver").equals(run.helper().name()));
    }

    /** A run has ended a moment before the engines that worked on it have. */
    private void awaitExecutions() {
        run.await(
                "the end of all executions",
                () -> run.history().stream().noneMatch(execution -> execution.endsWith("running")));
    }

    private void assertPagesFollowEachOther() {
        JsonNode whole = run.executions("").get("items");
        JsonNode first = run.executions("?limit=1");
        JsonNode second = run.executions("?limit=1&after=" + first.get("next").asText());
        assertThat(first.get("items").get(0)).isEqualTo(whole.get(0));
        assertThat(second.get("items").get(0)).isEqualTo(whole.get(1));
        assertThat(whole.get(0).get("parameters").get("run").asText()).isEqualTo(run.id());
        assertThat(whole.get(0).get("steps")).hasSize(3);
    }

    private void fill(String bucket, int files) {
        CameraJpegs.small(files).withBrokenEvery(SharedRun.BROKEN_EVERY).fill(sandbox.bucket(bucket));
    }

    /** A partition for each hand, and as many chunks at a time. */
    private ServerNodePlan plan(String name) {
        return sandbox.plan(name).setting("mediaenricher.batch.concurrency", Integer.toString(HANDS));
    }
}

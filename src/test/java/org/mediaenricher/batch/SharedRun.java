package org.mediaenricher.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.mediaenricher.harness.Gate;
import org.mediaenricher.harness.Sandbox;
import org.mediaenricher.harness.ServerNode;
import org.mediaenricher.harness.Tenant;

/** A run of a tenant of its own over a bucket that all share, on two nodes; looked at past the nodes. */
final class SharedRun {
    /** Every so many of the files is broken. */
    static final int BROKEN_EVERY = 100;

    private static final String ASSETS = "public.media_assets";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Sandbox sandbox;
    private final List<ServerNode> nodes;
    private final Tenant tenant;
    private final int files;
    private UUID run;
    private ServerNode driver;

    /** Over so many files of the bucket of that name. */
    SharedRun(Sandbox sandbox, List<ServerNode> nodes, String bucket, int files) {
        this.sandbox = sandbox;
        this.nodes = nodes;
        this.tenant = Tenant.on(sandbox, nodes.get(0));
        this.files = files;
        sandbox.bucket(tenant.id(), "b", bucket);
    }

    String id() {
        return run.toString();
    }

    /** Whoever drove it at the beginning. */
    ServerNode driver() {
        return driver;
    }

    ServerNode helper() {
        return nodes.stream().filter(node -> node != driver).findFirst().orElseThrow();
    }

    Gate gate() {
        return Gate.beforeInserts(sandbox.database(), ASSETS);
    }

    Gate gateOf(ServerNode node) {
        return Gate.beforeInsertsOf(node, sandbox.database(), ASSETS);
    }

    Gate commits() {
        return Gate.beforeCommits(sandbox.database(), ASSETS);
    }

    Gate commitsOf(ServerNode node) {
        return Gate.beforeCommitsOf(node, sandbox.database(), ASSETS);
    }

    /** Opens the run and waits until somebody drives it. */
    void opened() {
        run = UUID.fromString(tenant.open("bucket=b"));
        await("a driver", () -> row().get("driver") != null);
        driver = nodes.stream()
                .filter(node -> node.name().equals(row().get("driver")))
                .findFirst()
                .orElseThrow();
    }

    /** With the gate shut: opens the run, and waits until both nodes hold slices. */
    void openedAndShared() {
        opened();
        await("both at work", () -> owners().size() == 2);
    }

    void post(String what) {
        tenant.admin().post("/media-enricher/runs/" + run + "/" + what, "{}");
    }

    JsonNode executions(String query) {
        return tenant.admin()
                .get("/media-enricher/runs/" + run + "/executions" + query)
                .json();
    }

    Map<String, Object> row() {
        return tenant.rows("select * from public.media_enrich_runs where id = ?", run)
                .get(0);
    }

    long number(String sql) {
        return tenant.number(sql, run);
    }

    long slices(String condition) {
        return number("select count(*) from public.media_enrich_slices where run_id = ? and " + condition);
    }

    /** Which nodes leased slices of it, in the order of their names. */
    List<Object> owners() {
        return column("""
                select distinct lease_owner from public.media_enrich_slices
                 where run_id = ? and lease_owner is not null order by 1
                """);
    }

    /** Such as {@code driver on a completed}, oldest first. */
    List<String> history() {
        return column("""
                select role || ' on ' || node || ' ' || status from public.batch_executions
                 where run_id = ? order by started_at
                """).stream().map(Object::toString).toList();
    }

    /** Whether the repository of a node's engine has an execution of the run with that status. */
    boolean engineSays(ServerNode node, String status) {
        return column("""
                select e.batchstatus from batch_%1$s.job_execution e
                  join public.batch_executions b on b.execution_id = e.jobexecutionid and b.node = '%1$s'
                 where b.run_id = ?
                """.formatted(node.name())).contains(status);
    }

    /** Whether a node's engine was told to end its execution of the run; it keeps that to itself and its log. */
    boolean engineIsTold(ServerNode node) {
        Object execution = tenant.rows(
                        "select execution_id from public.batch_executions where run_id = ? and node = ?",
                        run,
                        node.name())
                .get(0)
                .get("execution_id");
        return node.log().lines().stream().anyMatch(line -> line.endsWith("Stopping job execution: " + execution));
    }

    /** What comes to pass when a node did not beat for 30 s. */
    void leaseRunsOut(ServerNode node) {
        tenant.rows("update enricher.nodes set lease_until = clock_timestamp() where name = ?", node.name());
    }

    /** Waits for two heartbeats, between which the keeper has had its round. */
    void beatsTwice(ServerNode node) {
        for (int beat = 1; beat <= 2; beat++) {
            Object before = lastBeat(node);
            await("a heartbeat", () -> !lastBeat(node).equals(before));
        }
    }

    private Object lastBeat(ServerNode node) {
        return tenant.rows("select seen_at from enricher.nodes where name = ?", node.name())
                .get(0)
                .get("seen_at");
    }

    /** With the first node's commits shut in: it drives the run with all its hands, and one slice is left for the other. */
    void openedWithOneSliceForTheOther(int hands) {
        ServerNode other = nodes.get(1);
        await("a moment without a transaction", () -> isStoppedWith(other, 0));
        opened();
        await("a slice in each hand", () -> slices("status = 'leased'") == hands);
        other.resume();
        await("the last slice with the other", () -> owners().size() == 2);
    }

    /**
     * SIGSTOP when a node that holds one slice has committed a chunk of it, and has no transaction open. Met at the gate:
     * a moment waited for in passing may not come before the run is over.
     */
    void freezeBetweenItsChunks(ServerNode node, Gate commits) {
        await("a commit in hand and nothing else", () -> commits.someoneWaits() && isStoppedWith(node, 1));
        commits.open();
        await("that commit", () -> transactions(node) == 0);
        assertThat(slices("status = 'leased' and position <> '' and lease_owner = '" + node.name() + "'"))
                .isEqualTo(1);
    }

    /** Suspends a node, and resumes it at once if it has not just so many transactions open. */
    private boolean isStoppedWith(ServerNode node, int open) {
        node.suspend();
        boolean asWanted = transactions(node) == open;
        if (!asWanted) {
            node.resume();
        }
        return asWanted;
    }

    private long transactions(ServerNode node) {
        return tenant.numberOfAll(
                "select count(*) from pg_stat_activity where application_name = ? and xact_start is not null",
                node.application());
    }

    /** Every object once, whatever happened. */
    void assertEndedWell() {
        int broken = files / BROKEN_EVERY;
        await("its end", () -> row().get("ended_at") != null);
        assertThat(row())
                .containsEntry("status", "completed")
                .containsEntry("total_files", (long) files)
                .containsEntry("processed_files", (long) files)
                .containsEntry("succeeded", (long) files - broken)
                .containsEntry("failed", (long) broken)
                .containsEntry("skipped", 0L);
        assertThat(number("select count(*) from public.media_assets where run_id = ? and writes = 1"))
                .isEqualTo(files - broken);
        assertThat(number("select count(*) from public.media_enrich_failures where run_id = ?"))
                .isEqualTo(broken);
        assertThat(number("select sum(processed) from public.media_enrich_slices where run_id = ?"))
                .isEqualTo(files);
    }

    void await(String what, Callable<Boolean> condition) {
        Awaitility.await(what)
                .pollInSameThread()
                .pollInterval(Duration.ofMillis(20))
                .atMost(PATIENCE)
                .until(condition);
    }

    private List<Object> column(String sql) {
        return tenant.rows(sql, run).stream()
                .map(row -> row.values().iterator().next())
                .toList();
    }
}

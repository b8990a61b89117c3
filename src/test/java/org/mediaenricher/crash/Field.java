package org.mediaenricher.crash;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.mediaenricher.harness.Rows;
import org.mediaenricher.harness.Sandbox;
import org.mediaenricher.harness.ServerNode;
import org.mediaenricher.harness.TrialJobs;

/** A database as durable as in earnest, nodes with trial jobs, and the book of what was acknowledged and done. */
public final class Field implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String ENQUEUE = """
            with put as (
              insert into public.jobs (tenant_id, kind, payload, max_attempts)
              select ?, ?, jsonb_build_object('act', ?, 'name', ? || n), ? from generate_series(1, ?) n
              returning id)
            select count(*) as n, pg_notify('enricher_jobs', ?) is null as told from put
            """;

    private final Sandbox sandbox;
    private final Path war;
    private final List<ServerNode> nodes = new ArrayList<>();
    private Duration longestRescue = Duration.ZERO;

    /** Opens one in a folder of its own. */
    public Field(Path folder) {
        sandbox = Sandbox.in(folder, database -> database.fsync(true).setting("synchronous_commit", "on"));
        war = TrialJobs.war(sandbox);
    }

    /** Starts a node. */
    public ServerNode node(String name) {
        ServerNode node = sandbox.start(sandbox.plan(name).war(war));
        nodes.add(node);
        return node;
    }

    /** The database, store and keys. */
    public Sandbox sandbox() {
        return sandbox;
    }

    /** Jobs that each write a row under a name that begins so; acknowledged when this answers. */
    public void enqueue(String prefix, int count) {
        enqueue("act-in-transaction", "write", prefix, 5, count);
    }

    /** Jobs of any kind and act. */
    public void enqueue(String kind, String act, String prefix, int attempts, int count) {
        rows(ENQUEUE, Sandbox.TENANT, kind, act, prefix, attempts, count, kind);
    }

    /** How many of them are done, the double ones counted once. */
    public long done(String prefix) {
        return number("select count(distinct name) as n from public.trial_effects where name like ?", prefix + "%");
    }

    /** How many of them are dead letters. */
    public long dead(String prefix) {
        return number("select count(*) as n from public.jobs_dlq where payload ->> 'name' like ?", prefix + "%");
    }

    /** Waits until all of them are. */
    public void awaitDone(String prefix, long count) {
        await(count + " of " + prefix, () -> done(prefix) == count);
    }

    /** Waits for something. */
    public void await(String what, BooleanSupplier holds) {
        Awaitility.await(what)
                .pollInSameThread()
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions()
                .atMost(PATIENCE)
                .until(holds::getAsBoolean);
    }

    /** The jobs that a node holds now. */
    public List<Map<String, Object>> heldBy(ServerNode node) {
        return rows(
                "select id, lease_token from public.jobs where status = 'running' and lease_owner = ?", node.name());
    }

    /** Waits until none of these claims holds any more, and remembers how long after the stroke that was. */
    public void awaitRescue(List<Map<String, Object>> held, long stroke) {
        Long[] tokens = held.stream()
                .map(job -> (Long) job.get("lease_token"))
                .distinct()
                .toArray(Long[]::new);
        if (tokens.length == 0) {
            return;
        }
        await(
                "rescue of " + held.size() + " jobs",
                () -> number(
                                "select count(*) as n from public.jobs where status = 'running' and lease_token = any (?)",
                                (Object) tokens)
                        == 0);
        Duration took = Duration.ofNanos(System.nanoTime() - stroke);
        longestRescue = took.compareTo(longestRescue) > 0 ? took : longestRescue;
    }

    /** Compares what was acknowledged with what was done. */
    public Toll toll(String scenario, int kills, String prefix, long acknowledged) {
        long doubled = number("""
                select count(*) as n from (
                  select name from public.trial_effects where name like ? group by name having count(*) > 1) d
                """, prefix + "%");
        long overdone = number("select count(*) as n from public.jobs_all where attempt > max_attempts");
        return new Toll(scenario, kills, acknowledged - done(prefix), doubled + overdone, longestRescue);
    }

    /** One number, as the superuser sees it. */
    public long number(String sql, Object... values) {
        return (Long) rows(sql, values).get(0).get("n");
    }

    /** Rows, as the superuser sees them. */
    public List<Map<String, Object>> rows(String sql, Object... values) {
        try (Connection superuser = sandbox.database().superuser()) {
            return Rows.of(superuser, sql, values);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A name that no other jobs begin with. */
    public static String prefix(String scenario) {
        return scenario + "-" + UUID.randomUUID() + "-";
    }

    /** Ends the nodes and the database. */
    @Override
    public void close() {
        sandbox.close();
    }
}

package org.mediaenricher.crash;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.mediaenricher.harness.Rows;
import org.mediaenricher.harness.Sandbox;
import org.mediaenricher.harness.ServerNode;
import org.mediaenricher.harness.ServerNodePlan;
import org.mediaenricher.harness.TrialJobs;

/** A database as durable as in earnest, nodes with trial jobs, and the book of what was acknowledged and done. */
public final class Field implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Sandbox sandbox;
    private final Path war;
    private final Map<String, ServerNode> nodes = new LinkedHashMap<>();
    private Duration longestRescue = Duration.ZERO;

    /** Opens one in a folder of its own. */
    public Field(Path folder) {
        sandbox = Sandbox.in(folder, database -> database.fsync(true).setting("synchronous_commit", "on"));
        war = TrialJobs.war(sandbox);
    }

    /** The node of that name, which runs when this answers: one that an earlier scenario left is used again. */
    public ServerNode node(String name) {
        return node(name, UnaryOperator.identity());
    }

    /** The same, with a plan that counts when there is none of that name yet. */
    public ServerNode node(String name, UnaryOperator<ServerNodePlan> plan) {
        ServerNode known = nodes.get(name);
        if (known == null) {
            nodes.put(name, sandbox.start(plan.apply(sandbox.plan(name).war(war))));
        } else if (!known.process().isAlive()) {
            known.start();
        }
        return nodes.get(name);
    }

    /** The database, store and keys. */
    public Sandbox sandbox() {
        return sandbox;
    }

    /** Jobs that each write a row under a name that begins so; acknowledged when this answers. */
    public void enqueue(String prefix, int count) {
        enqueue("act-in-transaction", "write", prefix, 5, count);
    }

    /** As many again that share transactions. */
    public void enqueueBoth(String prefix, int count) {
        enqueue(prefix, count);
        enqueue("act-together", "write", prefix + "sharing-", 5, count);
    }

    /** Jobs of any kind and act. */
    public void enqueue(String kind, String act, String prefix, int attempts, int count) {
        rows(FieldSql.ENQUEUE, Sandbox.TENANT, kind, act, prefix, attempts, count, kind);
    }

    /** How many of them are done, the double ones counted once. */
    public long done(String prefix) {
        return number("select count(distinct name) as n from public.trial_effects where name like ?", prefix + "%");
    }

    /** How many of them are dead letters. */
    public long dead(String prefix) {
        return number("select count(*) as n from public.jobs_dlq where payload ->> 'name' like ?", prefix + "%");
    }

    /** How many of them are still to be done. */
    public long live(String prefix) {
        return number("select count(*) as n from public.jobs where payload ->> 'name' like ?", prefix + "%");
    }

    /** How many of them are in more than one place. */
    public long inTwoPlaces(String prefix) {
        return number("""
                select count(*) as n from (
                  select id from public.jobs_all where payload ->> 'name' like ? group by id having count(*) > 1) d
                """, prefix + "%");
    }

    /** Dead letters that, redriven, each write a row under a name that begins so; answers their ids. */
    public List<Long> bury(String prefix, int count) {
        return rows(FieldSql.BURY, Sandbox.TENANT, prefix, count).stream()
                .map(row -> (Long) row.get("id"))
                .toList();
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
        rescued(stroke);
    }

    /** Waits until work goes on, if any is left, and remembers how long after the stroke that was. */
    public void awaitMoreWork(String prefix, long stroke) {
        long before = done(prefix);
        await("more work", () -> done(prefix) > before || live(prefix) == 0);
        rescued(stroke);
    }

    /** Remembers how long after the stroke all was well again, which is now. */
    public void rescued(long stroke) {
        Duration took = Duration.ofNanos(System.nanoTime() - stroke);
        longestRescue = took.compareTo(longestRescue) > 0 ? took : longestRescue;
    }

    /** Waits until the database knows nothing of a killed node's sessions any more: what was under way is done, or not. */
    public void awaitSessionsEnd(ServerNode node) {
        await(
                "the end of its sessions",
                () -> number(
                                "select count(*) as n from pg_stat_activity where application_name = ?",
                                node.application())
                        == 0);
    }

    /** Compares what was acknowledged with what was done. */
    public Toll toll(String scenario, int kills, String prefix, long acknowledged) {
        long doubled = number("""
                select count(*) as n from (
                  select name from public.trial_effects where name like ? group by name having count(*) > 1) d
                """, prefix + "%");
        long overdone = number("select count(*) as n from public.jobs_all where attempt > max_attempts");
        return new Toll(scenario, kills, acknowledged - done(prefix), doubled + overdone, longestRescue());
    }

    /** The longest rescue until now, which is forgotten. */
    public Duration longestRescue() {
        Duration longest = longestRescue;
        longestRescue = Duration.ZERO;
        return longest;
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

    /** Ends the nodes, which need no order any more, and the database. */
    @Override
    public void close() {
        nodes.values().stream().filter(node -> node.process().isAlive()).forEach(ServerNode::kill);
        sandbox.close();
    }
}

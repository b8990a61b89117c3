package org.mediaenricher.crash;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.mediaenricher.harness.ServerNode;

/** What is done to the queue, by name. */
public final class QueueScenarios {
    private QueueScenarios() {}

    /** The real process is killed at random moments, and started again each time. */
    public static Scenario killLoop(int jobs, int kills) {
        return killLoop("queue-kill-loop", "act-in-transaction", jobs, kills);
    }

    /** The same with jobs that share transactions. */
    public static Scenario killLoopTogether(int jobs, int kills) {
        return killLoop("queue-kill-together", "act-together", jobs, kills);
    }

    private static Scenario killLoop(String name, String kind, int jobs, int kills) {
        return field -> {
            String prefix = Field.prefix(name);
            ServerNode node = field.node("a");
            field.enqueue(kind, "write", prefix, 5, jobs);
            for (int kill = 0; kill < kills; kill++) {
                long aim =
                        (long) jobs * kill / kills + ThreadLocalRandom.current().nextInt(1 + jobs / kills);
                field.await("work", () -> field.done(prefix) >= Math.min(aim, jobs - 1));
                List<Map<String, Object>> held = field.heldBy(node);
                long stroke = System.nanoTime();
                node.kill();
                node.start();
                field.awaitRescue(held, stroke);
            }
            field.awaitDone(prefix, jobs);
            return field.toll(name, kills, prefix, jobs);
        };
    }

    /** Jobs that kill, exhaust or occupy their node, or cannot be read, among a crowd of good ones. */
    public static Scenario poison(int jobs) {
        return field -> {
            String prefix = Field.prefix("poison");
            String bad = Field.prefix("bad");
            ServerNode node = field.node("a");
            field.enqueue(prefix, jobs / 2);
            for (String act : List.of("halt", "exhaust", "hang", "unknown-act")) {
                field.enqueue("act-in-transaction", act, bad + act, 5, 1);
            }
            field.enqueue(prefix + "second-", jobs - jobs / 2);
            int deaths = 0;
            while (field.dead(bad) < 4 || field.done(prefix) < jobs) {
                if (!node.process().isAlive()) {
                    node.launch(); // it may die again before it is ready
                    deaths++;
                }
                Thread.onSpinWait();
                field.rows("select pg_sleep(0.2)");
            }
            return field.toll("queue-poison", deaths, prefix, jobs).lost(field.dead(prefix));
        };
    }

    /** Of two nodes one is killed and stays away; the other takes over. */
    public static Scenario takeOver(int jobs, int kills) {
        return field -> {
            String prefix = Field.prefix("take-over");
            ServerNode a = field.node("a");
            ServerNode b = field.node("b");
            int each = jobs / kills; // at a time: while a node starts, the other would do all there is
            for (int kill = 0; kill < kills; kill++) {
                ServerNode victim = kill % 2 == 0 ? a : b;
                long aim = (long) each * kill + ThreadLocalRandom.current().nextInt(each / 2);
                field.enqueue(prefix + kill + "-", each);
                field.await(
                        "work",
                        () -> field.done(prefix) >= aim && !field.heldBy(victim).isEmpty());
                long stroke = System.nanoTime();
                victim.kill();
                List<Map<String, Object>> held = field.heldBy(victim);
                field.awaitRescue(held, stroke);
                victim.start();
            }
            field.awaitDone(prefix, (long) each * kills);
            return field.toll("queue-take-over", kills, prefix, (long) each * kills);
        };
    }

    /** Of two nodes one stands still for twice the lease, with jobs in hand, and goes on as if nothing had been. */
    public static Scenario freeze(int jobs) {
        return field -> {
            String prefix = Field.prefix("freeze");
            ServerNode a = field.node("a");
            ServerNode b = field.node("b");
            field.enqueue(prefix, jobs);
            field.await(
                    "work",
                    () -> field.done(prefix) >= jobs / 10 && !field.heldBy(a).isEmpty());
            long stroke = System.nanoTime();
            a.suspend();
            List<Map<String, Object>> held = field.heldBy(a);
            field.awaitRescue(held, stroke);
            field.awaitDone(prefix, jobs - stuck(field, a));
            field.await(
                    "twice the lease",
                    () -> System.nanoTime() - stroke > Duration.ofSeconds(60).toNanos());
            a.resume();
            field.awaitDone(prefix, jobs);
            field.enqueue(prefix + "after-", 100);
            field.awaitDone(prefix, jobs + 100L);
            return field.toll("queue-freeze", 1, prefix, jobs + 100L);
        };
    }

    /** What a frozen node has written and not committed stands still with it. */
    private static long stuck(Field field, ServerNode node) {
        return field.number(
                "select count(*) as n from public.jobs where status = 'running' and lease_owner = ?", node.name());
    }

    /**
     * Every session of the server is cut, every two seconds, while there is more to do than it can do in that time.
     *
     * @param jobs how many of each kind, those with a transaction of their own and those that share one
     */
    public static Scenario cutSessions(int jobs, int cuts) {
        return field -> {
            String prefix = Field.prefix("cut-sessions");
            ServerNode node = field.node("a");
            for (int cut = 0; cut < cuts; cut++) {
                field.enqueueBoth(prefix + cut + "-", jobs / cuts);
                field.rows("select pg_sleep(2)");
                long stroke = System.nanoTime();
                field.rows("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'media_enricher'");
                field.awaitMoreWork(prefix, stroke);
            }
            long all = 2L * (jobs / cuts) * cuts;
            field.awaitDone(prefix, all);
            return field.toll("queue-cut-sessions", cuts, prefix, all).lost(field.dead(prefix));
        };
    }

    /** The database crashes and recovers: a session killed with SIGKILL takes all others with it. */
    public static Scenario databaseCrash(int jobs, int crashes) {
        return field -> {
            String prefix = Field.prefix("database-crash");
            ServerNode node = field.node("a");
            field.enqueue(prefix, jobs);
            for (int crash = 0; crash < crashes; crash++) {
                long aim = (long) jobs * (crash + 1) / (crashes + 2);
                field.await("work", () -> field.done(prefix) >= aim);
                long backend = field.number("""
                        select pid::bigint as n from pg_stat_activity where usename = 'media_enricher' limit 1
                        """);
                long stroke = System.nanoTime();
                ProcessHandle.of(backend).ifPresent(ProcessHandle::destroyForcibly);
                field.await("recovery", () -> field.number("select 1::bigint as n") == 1);
                field.awaitMoreWork(prefix, stroke);
            }
            field.awaitDone(prefix, jobs);
            return field.toll("queue-database-crash", crashes, prefix, jobs).lost(field.dead(prefix));
        };
    }

    /** SIGTERM under load: claims stop, what runs ends or goes back, and no attempt is used up. */
    public static Scenario orderly(int jobs, int stops) {
        return field -> {
            String prefix = Field.prefix("orderly");
            ServerNode node = field.node("a");
            field.enqueueBoth(prefix, jobs / 2);
            long unclean = 0;
            for (int stop = 0; stop < stops; stop++) {
                long aim = (long) jobs * (stop + 1) / (stops + 2);
                field.await("work", () -> field.done(prefix) >= aim);
                unclean += node.stop() ? 0 : 1;
                unclean += field.heldBy(node).size();
                node.start();
            }
            field.awaitDone(prefix, jobs);
            unclean += field.number("""
                    select count(*) as n from public.jobs_history
                     where payload ->> 'name' like ? and attempt > 1
                    """, prefix + "%");
            return field.toll("queue-sigterm", stops, prefix, jobs).doubled(unclean);
        };
    }
}

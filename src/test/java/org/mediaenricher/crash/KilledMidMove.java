package org.mediaenricher.crash;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.mediaenricher.harness.EmbeddedDatabase;
import org.mediaenricher.harness.Gate;
import org.mediaenricher.harness.Sandbox;
import org.mediaenricher.harness.ServerNode;

/**
 * The process is killed when jobs have been moved to the dead letters, and letters back to the jobs, and neither is
 * committed: once so that both are undone, and once so that both commit although nobody is there to hear of it.
 */
public record KilledMidMove(int each) implements Scenario {
    /** They wait, so that the gates can be shut before anybody begins them. */
    private static final String TO_BE_BURIED = """
            insert into public.jobs (tenant_id, kind, payload, status, due_at)
            select ?, 'act-outside', jsonb_build_object('act', 'refuse', 'name', ? || n), 'scheduled', 'infinity'
              from generate_series(1, ?) n
            """;

    private static final String BEGIN = """
            with begun as (
              update public.jobs set status = 'available', due_at = now() where due_at = 'infinity' returning id)
            select pg_notify('enricher_jobs', 'act-outside') is null as told, count(*) as n from begun
            """;

    /** Whoever else enqueues would wait at the gate as well, and be counted. */
    private static final String NO_TICKS = "update public.schedules set next_at = 'infinity'";

    private static final String END_SESSIONS = """
            select pg_terminate_backend(pid) from pg_stat_activity where application_name = ?
            """;

    @Override
    public Toll on(Field field) throws Exception {
        String refused = Field.prefix("refused");
        String letters = Field.prefix("letters");
        ServerNode node = field.node("a");
        field.rows(NO_TICKS);
        field.rows(TO_BE_BURIED, Sandbox.TENANT, refused, each);
        List<Long> ids = field.bury(letters, each);
        EmbeddedDatabase database = field.sandbox().database();
        long undone;
        try (Gate dead = Gate.beforeCommits(database, "public.jobs_dlq");
                Gate alive = Gate.beforeCommits(database, "public.jobs")) {
            field.rows(BEGIN);
            killAtTheGates(field, node, ids, dead, alive);
            field.rows(END_SESSIONS, node.application());
            field.awaitSessionsEnd(node);
            undone = field.dead(letters);
            node.start();
            killAtTheGates(field, node, ids, dead, alive);
            dead.open(); // both, for who waits at the one has been to the other's table
            alive.open();
        }
        field.awaitSessionsEnd(node);
        long back = each - field.dead(letters);
        node.start();
        field.await("the end of what was refused", () -> field.dead(refused) == each && field.live(refused) == 0);
        field.awaitDone(letters, each);
        return field.toll("queue-dead-letter-kill", 2, letters, each)
                .lost(each - field.dead(refused))
                .doubled(each - undone + each - back)
                .doubled(field.inTwoPlaces(refused) + field.inTwoPlaces(letters));
    }

    private static void killAtTheGates(Field field, ServerNode node, List<Long> ids, Gate dead, Gate alive) {
        ExecutorService callers = redrive(field, node, ids);
        try {
            field.await("letters on their way", () -> dead.waiting() > 0);
            field.await("all the others on theirs", () -> alive.waiting() == ids.size());
            node.kill();
        } finally {
            callers.shutdownNow();
        }
    }

    private static ExecutorService redrive(Field field, ServerNode node, List<Long> ids) {
        ExecutorService callers = Executors.newFixedThreadPool(ids.size());
        for (long id : ids) {
            callers.execute(() -> {
                try {
                    field.sandbox().admin(node).post("/api/dead-letters/" + id + "/redrive", "");
                } catch (UncheckedIOException | IllegalStateException killed) {
                    // that is what it is about
                }
            });
        }
        return callers;
    }
}

package org.mediaenricher.crash;

import org.mediaenricher.harness.Api;
import org.mediaenricher.harness.ServerNode;
import org.mediaenricher.harness.TableLock;

/**
 * Jobs that share a transaction, when one of them is called off, does not end, or is taken away: what that one undoes of
 * the others is done again, at once and without a further attempt, and of itself nothing is left.
 *
 * @param each how many others there are, few enough to be claimed at once
 */
public record SharedFate(int each) implements Scenario {
    private static final String KIND = "act-together";

    @Override
    public Toll on(Field field) {
        String prefix = Field.prefix("shared");
        ServerNode node = field.node("a");
        long wrong = 0;
        wrong += calledOff(field, node, prefix + "called-off-");
        wrong += endless(field, node, prefix + "endless-");
        takenAway(field, node, prefix + "taken-away-");
        wrong += field.number("""
                select count(*) as n from public.jobs_history
                 where payload ->> 'name' like ? and status = 'completed' and attempt > 1
                """, prefix + "%");
        return field.toll("queue-shared-fate", 3, prefix, 3L * each)
                .lost(field.live(prefix))
                .doubled(wrong);
    }

    private long calledOff(Field field, ServerNode node, String prefix) {
        long one = begin(field, node, prefix, "wait");
        field.await("its beginning", () -> isRunning(field, one));
        admin(field, node).post("/api/jobs/" + one + "/cancel", "");
        field.awaitDone(prefix, each);
        field.await("the end of what was called off", () -> field.live(prefix) == 0);
        return 1
                - field.number(
                        "select count(*) as n from public.jobs_history where id = ? and status = 'cancelled'", one);
    }

    private long endless(Field field, ServerNode node, String prefix) {
        begin(field, node, prefix, "wait");
        field.awaitDone(prefix, each);
        field.await("the end of what is endless", () -> field.live(prefix) == 0);
        return 1 - field.dead(prefix);
    }

    /** All of them are in the middle of their transaction when one is no longer theirs: it must have written nothing. */
    private void takenAway(Field field, ServerNode node, String prefix) {
        long one;
        try (TableLock effects = TableLock.on(field.sandbox().database(), "public.trial_effects")) {
            one = begin(field, node, prefix, "write");
            field.await("its beginning", () -> isRunning(field, one));
            field.rows("delete from public.jobs where id = ? returning id", one);
        }
        field.awaitDone(prefix, each);
        field.await("the end of the others", () -> field.live(prefix) == 0);
    }

    /** Has one job begin in the middle of the others, all at once; answers its id. */
    private long begin(Field field, ServerNode node, String prefix, String act) {
        admin(field, node).post("/api/job-kinds/" + KIND + "/pause", "{\"reason\":\"until all are there\"}");
        field.enqueue(KIND, "write", prefix + "before-", 5, each / 2);
        field.enqueue(KIND, act, prefix + "it-", 1, 1);
        field.enqueue(KIND, "write", prefix + "after-", 5, each - each / 2);
        admin(field, node).post("/api/job-kinds/" + KIND + "/resume", "");
        return field.number(
                "select min(id) as n from public.jobs_all where payload ->> 'name' like ?", prefix + "it-%");
    }

    private static boolean isRunning(Field field, long job) {
        return field.number("select count(*) as n from public.jobs where id = ? and status = 'running'", job) == 1;
    }

    private static Api admin(Field field, ServerNode node) {
        return field.sandbox().admin(node);
    }
}

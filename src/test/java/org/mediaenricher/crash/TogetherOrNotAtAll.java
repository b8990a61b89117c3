package org.mediaenricher.crash;

import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.mediaenricher.harness.Api;
import org.mediaenricher.harness.Sandbox;
import org.mediaenricher.harness.ServerNode;

/**
 * Rows of business, each with a job about it: some are rolled back, some fail, and the process is killed in between. Row
 * and job are there together or not at all.
 */
public record TogetherOrNotAtAll(int enqueues, int kills) implements Scenario {
    private static final int CALLERS = 8;

    /** Every row and every job that has no other half. */
    private static final String PARTED = """
            select count(*) filter (where j.name is null) as without_job,
                   count(*) filter (where b.name is null) as without_row
              from (select name from public.trial_business where name like ?) b
              full join (select payload ->> 'name' as name from public.jobs_all where payload ->> 'name' like ?) j
                on j.name = b.name
            """;

    @Override
    public Toll on(Field field) throws Exception {
        String prefix = Field.prefix("together");
        ServerNode node = field.node("a");
        AtomicInteger acknowledged = new AtomicInteger();
        for (int round = 0; round <= kills; round++) {
            enqueue(field, node, prefix + round + "-", round < kills, acknowledged);
            node = field.node("a");
        }
        long rows = business(field, prefix);
        field.awaitDone(prefix, rows);
        Map<String, Object> parted =
                field.rows(PARTED, prefix + "%", prefix + "%").get(0);
        return field.toll("queue-enqueue-atomic", kills, prefix, rows)
                .lost(Math.max(0, acknowledged.get() - rows))
                .lost((Long) parted.get("without_job"))
                .doubled((Long) parted.get("without_row"));
    }

    private void enqueue(Field field, ServerNode node, String prefix, boolean kill, AtomicInteger acknowledged)
            throws InterruptedException {
        int count = enqueues / (kills + 1);
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        IntStream.range(0, count)
                .forEach(n -> callers.execute(() -> acknowledged.addAndGet(enqueue(node, prefix + n, n))));
        callers.shutdown();
        if (kill) {
            field.await("some of them", () -> business(field, prefix) >= count / 3);
            node.kill();
            field.awaitSessionsEnd(node);
        }
        callers.awaitTermination(5, TimeUnit.MINUTES);
    }

    /** Of each six one is rolled back, and one fails. Answers how many are promised. */
    private static int enqueue(ServerNode node, String name, int n) {
        boolean commit = n % 6 != 1;
        boolean fail = n % 6 == 2;
        String path =
                "/trial/together?tenant=%s&name=%s&commit=%s&fail=%s".formatted(Sandbox.TENANT, name, commit, fail);
        try {
            int status = Api.nobody(node.address()).post(path, "").status();
            return commit && status == 200 ? 1 : 0;
        } catch (UncheckedIOException killed) {
            return 0;
        }
    }

    private static long business(Field field, String prefix) {
        return field.number("select count(*) as n from public.trial_business where name like ?", prefix + "%");
    }
}

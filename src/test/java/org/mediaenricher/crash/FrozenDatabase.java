package org.mediaenricher.crash;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.mediaenricher.harness.ServerNode;

/** All processes of the database stand still under load, and go on: what is not ready says so, and nothing dies of it. */
public record FrozenDatabase(int jobs, Duration freeze) implements Scenario {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int NO_ANSWER = 0;

    @Override
    public Toll on(Field field) throws Exception {
        String prefix = Field.prefix("database-freeze");
        ServerNode node = field.node("a");
        field.enqueue("act-in-transaction", "write", prefix, 1, jobs); // one attempt used up would be the last
        field.await("work", () -> field.done(prefix) >= jobs / 10);
        long wrong = whileFrozen(field, node);
        long stroke = System.nanoTime();
        long before = field.done(prefix);
        field.await("readiness", () -> status(node, "/health/ready") == 200);
        field.await("more work", () -> field.done(prefix) > before || before == jobs);
        field.rescued(stroke);
        field.awaitDone(prefix, jobs);
        return field.toll("queue-database-freeze", 1, prefix, jobs)
                .lost(field.dead(prefix))
                .doubled(wrong);
    }

    /** Answers how often readiness said yes, or liveness anything else. */
    private long whileFrozen(Field field, ServerNode node) {
        AtomicLong wrong = new AtomicLong();
        long begun = System.nanoTime();
        field.sandbox().database().suspend();
        try {
            field.await("the end of the frost", () -> {
                wrong.addAndGet(status(node, "/health/ready") == 200 ? 1 : 0);
                wrong.addAndGet(status(node, "/health/live") == 200 ? 0 : 1);
                return System.nanoTime() - begun > freeze.toNanos();
            });
        } finally {
            field.sandbox().database().resume();
        }
        return wrong.get();
    }

    private static int status(ServerNode node, String path) {
        HttpRequest request = HttpRequest.newBuilder(node.management().resolve(path))
                .timeout(PATIENCE)
                .build();
        try {
            return CLIENT.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException none) {
            return NO_ANSWER;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

package org.mediaenricher.queue.trial;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.mediaenricher.queue.Effect;
import org.mediaenricher.queue.Job;
import org.mediaenricher.queue.JobHandler;
import org.mediaenricher.queue.JobKind;
import org.mediaenricher.queue.Outcome;
import org.mediaenricher.queue.RetryPolicy;

/**
 * Does what its payload says in {@code act}: {@code write} leaves a row in {@code public.trial_effects}, under its
 * {@code name}; others end badly, or not at all.
 */
abstract class Act implements JobHandler<JsonObject> {
    private static final RetryPolicy QUICK = new RetryPolicy(Duration.ofMillis(100), Duration.ofSeconds(1), 0.3);
    private static final String WRITE = "insert into public.trial_effects (name, attempt) values (?, ?)";

    @Resource(lookup = "java:jboss/datasources/MediaEnricher")
    private DataSource database;

    @Override
    public JsonObject decode(int version, JsonObject payload) {
        payload.getString("act"); // a payload without is none of ours
        return payload;
    }

    @Override
    public Outcome handle(Job<JsonObject> job) throws Exception {
        return switch (job.payload().getString("act")) {
            case "write" -> write(job);
            case "write-and-fail" -> {
                write(job);
                throw new IllegalStateException("as it was asked to");
            }
            case "fail" -> Outcome.retry("as it was asked to");
            case "refuse" -> Outcome.giveUp("as it was asked to");
            case "wait" -> untilInterrupted();
            case "snooze" ->
                job.payload().getInt("until") > System.currentTimeMillis() / 1000
                        ? Outcome.snooze(Duration.ofMillis(500))
                        : write(job);
            case "halt" -> {
                Runtime.getRuntime().halt(137);
                yield Outcome.done();
            }
            case "exhaust" -> Outcome.giveUp("held " + exhaust());
            case "hang" -> hang();
            default -> throw new IllegalArgumentException(job.payload().toString());
        };
    }

    private Outcome write(Job<JsonObject> job) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement write = connection.prepareStatement(WRITE)) {
            write.setString(1, job.payload().getString("name"));
            write.setInt(2, job.attempt());
            write.executeUpdate();
        }
        return Outcome.done();
    }

    private static Outcome untilInterrupted() throws InterruptedException {
        new CountDownLatch(1).await();
        return Outcome.done();
    }

    private static int exhaust() {
        List<byte[]> held = new ArrayList<>();
        while (true) {
            held.add(new byte[64 << 20]);
        }
    }

    /** Deaf to interruption. */
    private static Outcome hang() {
        CountDownLatch never = new CountDownLatch(1);
        while (true) {
            try {
                never.await();
            } catch (InterruptedException ignored) {
                Thread.yield();
            }
        }
    }

    /** In a transaction with its effect, several claimed ahead. */
    @ApplicationScoped
    static class InTransaction extends Act {
        @Override
        public JobKind kind() {
            return JobKind.named("act-in-transaction")
                    .timeout(Duration.ofSeconds(5))
                    .retries(QUICK)
                    .atOnce(4, 40);
        }
    }

    /** Up to twenty in a transaction. */
    @ApplicationScoped
    static class Together extends Act {
        @Override
        public JobKind kind() {
            return JobKind.named("act-together")
                    .timeout(Duration.ofSeconds(5))
                    .retries(QUICK)
                    .atOnce(2, 80)
                    .together(20);
        }
    }

    /** At least once. */
    @ApplicationScoped
    static class Outside extends Act {
        @Override
        public JobKind kind() {
            return JobKind.named("act-outside")
                    .effect(Effect.OUTSIDE)
                    .timeout(Duration.ofSeconds(5))
                    .retries(QUICK)
                    .atOnce(4, 0);
        }
    }

    /** Three over all nodes, two of a tenant. */
    @ApplicationScoped
    static class Limited extends Act {
        @Override
        public JobKind kind() {
            return JobKind.named("act-limited").atOnce(4, 0).mostRunning(3).mostOfTenant(2);
        }
    }
}

package org.mediaenricher.tenancy;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;

/** The one database: its name in the server, and whether it answers. */
@ApplicationScoped
public class Database {
    /** The datasource of {@code server-config/20-database.cli}. */
    public static final String JNDI = "java:jboss/datasources/MediaEnricher";

    private static final Duration TIME_TO_ANSWER = Duration.ofSeconds(2);

    @Resource(lookup = JNDI)
    private DataSource database;

    @Resource
    private ManagedExecutorService threads;

    private Question latest;

    /**
     * Tells whether the database answers within two seconds; at once, where it leaves an earlier question unanswered for
     * longer. Whoever asks may have one thread for all probes, and must not be kept.
     */
    public boolean answers() {
        try {
            Question question = question();
            return question.answer().get(question.timeLeft(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException | RejectedExecutionException none) {
            return false;
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private synchronized Question question() {
        if (latest == null || latest.answer().isDone()) {
            latest = new Question(threads.submit(this::ask), System.nanoTime());
        }
        return latest;
    }

    private boolean ask() {
        try (Connection connection = database.getConnection()) {
            return connection.isValid((int) TIME_TO_ANSWER.toSeconds());
        } catch (SQLException e) {
            return false;
        }
    }

    private record Question(Future<Boolean> answer, long asked) {
        long timeLeft() {
            return Math.max(0, TIME_TO_ANSWER.toNanos() - (System.nanoTime() - asked));
        }
    }
}

package org.mediaenricher.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.Config;
import org.mediaenricher.problems.Settings;
import org.mediaenricher.problems.StartCheck;

/**
 * How much a server does at once: {@code mediaenricher.batch.*}. {@code concurrency} is how many objects it reads at
 * the same time; more than the cores pays where the store is far away. {@code history} is how long is kept what the
 * engines did.
 */
@ApplicationScoped
public class BatchSettings implements StartCheck {
    private static final int MOST = 256;
    private static final int USEFUL = Runtime.getRuntime().availableProcessors() * 2;

    private static final Duration QUARTER = Duration.ofDays(90);

    private int concurrency;
    private Duration history;

    /** For the container's proxy only. */
    BatchSettings() {}

    /**
     * @throws org.mediaenricher.problems.BadSetting when the number is out of range
     */
    @Inject
    public BatchSettings(Config config) {
        Settings settings = new Settings(config, "mediaenricher.batch.");
        concurrency = settings.integer("concurrency", USEFUL, 1, MOST);
        history = settings.duration("history", QUARTER, Duration.ofHours(1), Duration.ofDays(36500));
    }

    /** Reading them was the check. */
    @Override
    public void check() {}

    /** How long executions of jobs are remembered after their end. */
    public Duration history() {
        return history;
    }

    /** Objects read at once. */
    public int concurrency() {
        return concurrency;
    }

    /**
     * Partitions of one run on this server. Each holds a thread of the engine and, while it writes, a connection; more
     * than keep the cores busy would only wait for each other.
     */
    public int partitions() {
        return Math.min(concurrency, USEFUL);
    }
}

package org.mediaenricher.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.Config;
import org.mediaenricher.problems.Settings;
import org.mediaenricher.problems.StartCheck;

/**
 * {@code mediaenricher.queue.*}. {@code works}: whether this node does jobs, or only enqueues them. {@code poll}: how
 * often it looks without being told. {@code history} and {@code dead-letters}: how long what has ended is kept.
 */
@ApplicationScoped
public class QueueSettings implements StartCheck {
    private static final Duration LONGEST_KEPT = Duration.ofDays(3650);

    private boolean works;
    private Duration poll;
    private Duration history;
    private Duration deadLetters;

    /** For the container's proxy only. */
    QueueSettings() {}

    /**
     * @throws org.mediaenricher.problems.BadSetting when one is wrong
     */
    @Inject
    public QueueSettings(Config config) {
        Settings settings = new Settings(config, "mediaenricher.queue.");
        works = settings.flag("works", true);
        poll = settings.duration("poll", Duration.ofSeconds(30), Duration.ofMillis(100), Duration.ofMinutes(10));
        history = settings.duration("history", Duration.ofDays(30), Duration.ZERO, LONGEST_KEPT);
        deadLetters = settings.duration("dead-letters", Duration.ofDays(365), Duration.ZERO, LONGEST_KEPT);
    }

    /** Reading them was the check. */
    @Override
    public void check() {}

    /** Whether this node does jobs. */
    public boolean works() {
        return works;
    }

    /** How often it looks for jobs without being told of any. */
    public Duration poll() {
        return poll;
    }

    /** How long jobs are kept that were completed or cancelled. */
    public Duration history() {
        return history;
    }

    /** How long dead letters are kept. */
    public Duration deadLetters() {
        return deadLetters;
    }
}

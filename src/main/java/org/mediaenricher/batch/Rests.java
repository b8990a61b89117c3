package org.mediaenricher.batch;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * From helping with which runs this node rests, for its own store or database failed it. The run's driver may have no
 * such trouble, so that is no matter of the run.
 */
@ApplicationScoped
public class Rests {
    private static final int LONGEST = 7;

    private record Rest(int inARow, long until) {}

    private final ConcurrentHashMap<UUID, Rest> byRun = new ConcurrentHashMap<>();

    /**
     * Rests from a run, twice as long each time in a row.
     *
     * @return 1 to 128 s
     */
    public Duration from(UUID run) {
        Rest rest = byRun.compute(run, (id, before) -> after(before == null ? 0 : before.inARow() + 1));
        return length(rest.inARow());
    }

    /** The run was worked on without trouble. */
    public void none(UUID run) {
        byRun.remove(run);
    }

    /** Whether this node rests from the run now. */
    boolean restsFrom(UUID run) {
        Rest rest = byRun.get(run);
        return rest != null && rest.until() - System.nanoTime() > 0;
    }

    private static Rest after(int inARow) {
        int step = Math.min(inARow, LONGEST);
        return new Rest(step, System.nanoTime() + length(step).toNanos());
    }

    private static Duration length(int inARow) {
        return Duration.ofSeconds(1L << inARow);
    }
}

package org.mediaenricher.batch.backfill;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Why this server's work on a run ends before its time; kept in memory, for the database may be what is away. */
@ApplicationScoped
class Troubles {
    /**
     * @param lasting whether trying again would not help
     * @param reason for people
     */
    record Trouble(boolean lasting, String reason) {}

    private final ConcurrentHashMap<UUID, Trouble> byRun = new ConcurrentHashMap<>();

    /** The first trouble counts; the others follow from it. */
    void outage(UUID run, String reason) {
        byRun.putIfAbsent(run, new Trouble(false, reason));
    }

    /** The run cannot go on. */
    void lasting(UUID run, String reason) {
        byRun.put(run, new Trouble(true, reason));
    }

    Optional<Trouble> of(UUID run) {
        return Optional.ofNullable(byRun.get(run));
    }

    boolean any(UUID run) {
        return byRun.containsKey(run);
    }

    Optional<Trouble> forget(UUID run) {
        return Optional.ofNullable(byRun.remove(run));
    }
}

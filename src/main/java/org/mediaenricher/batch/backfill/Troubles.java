package org.mediaenricher.batch.backfill;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Why this server's work on a run ends before its time; kept in memory, for the database may be what is away. */
@ApplicationScoped
class Troubles {
    /** What helps against it. */
    enum Remedy {
        /** A rest: the store or the database is away. */
        REST,
        /** A person: trying again would not help. */
        PERSON,
        /** Nothing is needed: others have what was lost. */
        NONE
    }

    /**
     * @param remedy what helps against it
     * @param reason for people
     */
    record Trouble(Remedy remedy, String reason) {}

    private final ConcurrentHashMap<UUID, Trouble> byRun = new ConcurrentHashMap<>();

    /** The first trouble counts; the others follow from it. */
    void outage(UUID run, String reason) {
        byRun.putIfAbsent(run, new Trouble(Remedy.REST, reason));
    }

    /** The run cannot go on. */
    void lasting(UUID run, String reason) {
        byRun.put(run, new Trouble(Remedy.PERSON, reason));
    }

    /** This node was silent for longer than its lease, and what it held is with others. */
    void lostLease(UUID run, String what) {
        byRun.putIfAbsent(run, new Trouble(Remedy.NONE, what));
    }

    boolean any(UUID run) {
        return byRun.containsKey(run);
    }

    Optional<Trouble> forget(UUID run) {
        return Optional.ofNullable(byRun.remove(run));
    }
}

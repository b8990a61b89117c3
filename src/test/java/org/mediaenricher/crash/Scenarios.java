package org.mediaenricher.crash;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What {@code mvn -Pcrash} tries, by name. */
final class Scenarios {
    private static final int KILLS_OF_QUEUE = Integer.getInteger("crash.kills", 50);
    private static final int KILLS_OF_SHARING = Integer.getInteger("crash.kills", 5);
    private static final int KILLS_OF_BACKFILL = Integer.getInteger("crash.kills", 10);
    private static final int OBJECTS = Integer.getInteger("crash.objects", 100_000);

    private Scenarios() {}

    /** Those that may share a field, one after another: they use the same nodes, and leave nothing that others mind. */
    static List<Map<String, Scenario>> all() {
        return List.of(
                alone("queue-poison", QueueScenarios.poison(1000)),
                ofOneNode(),
                ofTwoNodes(),
                alone("queue-half-open", new SilentNetwork(5_000)),
                alone("queue-clock-steps", new ClockSteps(5_000)),
                alone("backfill-kill-loop", new BackfillKillLoop(OBJECTS, KILLS_OF_BACKFILL)));
    }

    private static Map<String, Scenario> ofOneNode() {
        Map<String, Scenario> all = new LinkedHashMap<>();
        all.put("queue-cut-sessions", QueueScenarios.cutSessions(60_000, 20));
        all.put("queue-unheard-claim", new UnheardClaim(20));
        all.put("queue-database-crash", QueueScenarios.databaseCrash(10_000, 5));
        all.put("queue-database-freeze", new FrozenDatabase(20_000, Duration.ofSeconds(20)));
        all.put("queue-sigterm", QueueScenarios.orderly(10_000, 5));
        all.put("queue-enqueue-atomic", new TogetherOrNotAtAll(1000, 4));
        all.put("queue-shared-fate", new SharedFate(12));
        all.put("queue-kill-together", QueueScenarios.killLoopTogether(10_000, KILLS_OF_SHARING));
        all.put("queue-kill-loop", QueueScenarios.killLoop(10_000, KILLS_OF_QUEUE));
        all.put("queue-dead-letter-kill", new KilledMidMove(12)); // the last: it stops the schedules
        return all;
    }

    private static Map<String, Scenario> ofTwoNodes() {
        Map<String, Scenario> all = new LinkedHashMap<>();
        all.put("queue-redrive-race", new ManyHandsRedrive(2000)); // the first: it redrives every dead letter there is
        all.put("queue-take-over", QueueScenarios.takeOver(20_000, 4));
        all.put("queue-freeze", QueueScenarios.freeze(10_000));
        return all;
    }

    private static Map<String, Scenario> alone(String name, Scenario scenario) {
        Map<String, Scenario> one = new LinkedHashMap<>();
        one.put(name, scenario);
        return one;
    }
}

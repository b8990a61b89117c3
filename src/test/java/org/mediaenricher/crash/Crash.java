package org.mediaenricher.crash;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.mediaenricher.harness.Folders;
import org.mediaenricher.harness.Project;
import org.mediaenricher.harness.Slot;

/**
 * Runs the scenarios, all of them or those whose names begin with the system property {@code crash}, and prints a line
 * of each; ends with 1 when something was lost or done twice.
 */
public final class Crash {
    private Crash() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) throws Exception {
        String wanted = System.getProperty("crash", "");
        boolean good = true;
        try (Slot slot = Slot.in(Project.target().resolve("crash"))) {
            for (Map.Entry<String, Scenario> each : scenarios().entrySet()) {
                if (each.getKey().startsWith(wanted)) {
                    Path folder = slot.folder().resolve(each.getKey());
                    Folders.remove(folder);
                    try (Field field = new Field(folder)) {
                        Toll toll = each.getValue().on(field);
                        System.out.println(toll);
                        good &= toll.good();
                    }
                    Folders.remove(folder);
                }
            }
        }
        System.exit(good ? 0 : 1);
    }

    private static Map<String, Scenario> scenarios() {
        Map<String, Scenario> all = new LinkedHashMap<>();
        all.put("queue-poison", QueueScenarios.poison(1000));
        all.put("queue-cut-sessions", QueueScenarios.cutSessions(10_000, 20));
        all.put("queue-database-crash", QueueScenarios.databaseCrash(10_000, 5));
        all.put("queue-sigterm", QueueScenarios.orderly(10_000, 5));
        all.put("queue-take-over", QueueScenarios.takeOver(20_000, 4));
        all.put("queue-freeze", QueueScenarios.freeze(10_000));
        all.put("queue-kill-loop", QueueScenarios.killLoop(10_000, Integer.getInteger("crash.kills", 50)));
        return all;
    }
}

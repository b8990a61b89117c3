package org.mediaenricher.crash;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.mediaenricher.harness.Folders;
import org.mediaenricher.harness.Project;
import org.mediaenricher.harness.Slot;

/**
 * Runs the scenarios, all of them or those whose names begin with the system property {@code crash}, and prints a line
 * of each; ends with 1 when something was lost or done twice, and with 2 when a scenario could not run here.
 */
public final class Crash {
    private int code;

    private Crash() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) throws Exception {
        String wanted = System.getProperty("crash", "");
        Crash crash = new Crash();
        try (Slot slot = Slot.in(Project.target().resolve("crash"))) {
            for (Map.Entry<String, Scenario> each : scenarios().entrySet()) {
                if (each.getKey().startsWith(wanted)) {
                    crash.run(each.getKey(), each.getValue(), slot.folder().resolve(each.getKey()));
                }
            }
        }
        System.exit(crash.code);
    }

    private void run(String name, Scenario scenario, Path folder) throws Exception {
        Folders.remove(folder);
        boolean kept = false;
        try (Field field = new Field(folder)) {
            Toll toll = scenario.on(field);
            System.out.println(toll);
            code = toll.good() ? code : 1;
            kept = !toll.good();
        } catch (CannotRun here) {
            System.out.println("crash: " + name + " cannot run here: " + here.getMessage());
            code = code == 0 ? 2 : code;
        } catch (RuntimeException | SQLException unexpected) { // the others are tried even so
            System.out.println("crash: " + name + " did not come to its end");
            unexpected.printStackTrace(System.out);
            code = 1;
            kept = true;
        }
        if (kept) {
            System.out.println("crash: " + name + " left its database and logs in " + folder);
        } else {
            Folders.remove(folder);
        }
    }

    private static Map<String, Scenario> scenarios() {
        Map<String, Scenario> all = new LinkedHashMap<>();
        all.put("queue-poison", QueueScenarios.poison(1000));
        all.put("queue-cut-sessions", QueueScenarios.cutSessions(60_000, 20));
        all.put("queue-database-crash", QueueScenarios.databaseCrash(10_000, 5));
        all.put("queue-database-freeze", new FrozenDatabase(20_000, Duration.ofSeconds(20)));
        all.put("queue-half-open", new SilentNetwork(5_000));
        all.put("queue-clock-steps", new ClockSteps(5_000));
        all.put("queue-sigterm", QueueScenarios.orderly(10_000, 5));
        all.put("queue-take-over", QueueScenarios.takeOver(20_000, 4));
        all.put("queue-freeze", QueueScenarios.freeze(10_000));
        all.put("queue-enqueue-atomic", new TogetherOrNotAtAll(1000, 4));
        all.put("queue-redrive-race", new ManyHandsRedrive(2000));
        all.put("queue-dead-letter-kill", new KilledMidMove(12));
        all.put("queue-kill-together", QueueScenarios.killLoopTogether(10_000, Integer.getInteger("crash.kills", 5)));
        all.put("queue-kill-loop", QueueScenarios.killLoop(10_000, Integer.getInteger("crash.kills", 50)));
        all.put(
                "backfill-kill-loop",
                new BackfillKillLoop(
                        Integer.getInteger("crash.objects", 100_000), Integer.getInteger("crash.kills", 10)));
        return all;
    }
}

package org.mediaenricher.crash;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.Map;
import org.mediaenricher.harness.Folders;
import org.mediaenricher.harness.Project;
import org.mediaenricher.harness.Slot;

/**
 * Runs the scenarios, all of them or those whose names begin with the system property {@code crash}, and prints a line
 * of each; ends with 1 when something was lost or done twice, and with 2 when a scenario could not run here.
 */
public final class Crash {
    private final Path folder;
    private int fields;
    private int code;

    private Crash(Path folder) {
        this.folder = folder;
    }

    /** Takes no arguments. */
    public static void main(String[] arguments) throws Exception {
        String wanted = System.getProperty("crash", "");
        int code;
        try (Slot slot = Slot.in(Project.target().resolve("crash"))) {
            Crash crash = new Crash(slot.folder());
            for (Map<String, Scenario> sharing : Scenarios.all()) {
                sharing.keySet().removeIf(name -> !name.startsWith(wanted));
                crash.runAll(sharing);
            }
            code = crash.code;
        }
        System.exit(code);
    }

    private void runAll(Map<String, Scenario> sharing) throws Exception {
        Iterator<Map.Entry<String, Scenario>> left = sharing.entrySet().iterator();
        while (left.hasNext()) {
            runOnOneField(left);
        }
    }

    /** As many as are left, up to the first that fails, which leaves its field behind. */
    private void runOnOneField(Iterator<Map.Entry<String, Scenario>> left) throws Exception {
        Path place = folder.resolve("field-" + ++fields);
        Folders.remove(place);
        boolean well = true;
        try (Field field = new Field(place)) {
            while (well && left.hasNext()) {
                Map.Entry<String, Scenario> next = left.next();
                well = run(next.getKey(), next.getValue(), field);
            }
        }
        if (well) {
            Folders.remove(place);
        } else {
            System.out.println("crash: its database and logs are in " + place);
        }
    }

    /** Answers whether the field is none the worse for it. */
    private boolean run(String name, Scenario scenario, Field field) throws Exception {
        try {
            Toll toll = scenario.on(field);
            System.out.println(toll);
            code = toll.good() ? code : 1;
            return toll.good();
        } catch (CannotRun here) {
            System.out.println("crash: " + name + " cannot run here: " + here.getMessage());
            code = code == 0 ? 2 : code;
            return true;
        } catch (RuntimeException | SQLException unexpected) { // the others are tried even so
            System.out.println("crash: " + name + " did not come to its end");
            unexpected.printStackTrace(System.out);
            code = 1;
            return false;
        }
    }
}

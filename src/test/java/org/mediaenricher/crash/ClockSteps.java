package org.mediaenricher.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.mediaenricher.harness.ServerNode;
import org.mediaenricher.harness.ServerNodePlan;

/**
 * The clock of one of two nodes is set an hour forth, an hour back, and another hour back, under load. Nobody's lease
 * runs out of that, and no attempt is used up. The clock is set by Debian's package {@code faketime}, for one process
 * and without rights; the time that merely passes (CLOCK_MONOTONIC) is left as it is.
 */
public record ClockSteps(int jobs) implements Scenario {
    private static final List<String> STEPS = List.of("+3600", "+0", "-3600");

    /** Longer than a lease: by then a heartbeat that hung on the clock has been missed. */
    private static final String BEATS_ON = """
            select count(*) as n from enricher.nodes
             where name = 'steps' and seen_at > cast(? as timestamptz) + interval '40 seconds'
            """;

    @Override
    public Toll on(Field field) throws Exception {
        String prefix = Field.prefix("clock-steps");
        Path clock = field.sandbox().folder().resolve("clock");
        set(clock, "+0");
        String faketime = faketime();
        ServerNode node = field.node("steps", plan -> faked(plan, faketime, clock));
        field.node("b");
        long incarnation = incarnation(field);
        for (String step : STEPS) {
            String name = prefix + STEPS.indexOf(step) + "-";
            field.enqueue(name, jobs / 2);
            set(clock, step);
            Object now = field.rows("select cast(clock_timestamp() as text) as now")
                    .get(0)
                    .get("now");
            field.enqueue(name + "more-", jobs / 2);
            field.await("heartbeats", () -> field.number(BEATS_ON, now) == 1);
            field.awaitDone(name, jobs / 2 * 2L);
        }
        long disturbed = field.number("""
                select count(*) as n from public.jobs_all where payload ->> 'name' like ? and attempt > 1
                """, prefix + "%");
        field.await("jobs of " + node.name(), () -> doneBy(field, node, prefix) > 0);
        return field.toll("queue-clock-steps", STEPS.size(), prefix, jobs / 2 * 2L * STEPS.size())
                .lost(field.dead(prefix))
                .doubled(disturbed + incarnation(field) - incarnation);
    }

    private static ServerNodePlan faked(ServerNodePlan plan, String faketime, Path clock) {
        return plan.environment("LD_PRELOAD", faketime)
                .environment("FAKETIME_TIMESTAMP_FILE", clock.toString())
                .environment("FAKETIME_CACHE_DURATION", "1")
                .environment("FAKETIME_DONT_FAKE_MONOTONIC", "1")
                // The library thinks that glibc needs it; with it timed waits of the JVM return at once, and it spins.
                .environment("FAKETIME_FORCE_MONOTONIC_FIX", "0");
    }

    /** At once: half a file would be no time. */
    private static void set(Path clock, String offset) throws IOException {
        Path next = clock.resolveSibling("clock-next");
        Files.writeString(next, offset);
        Files.move(next, clock, StandardCopyOption.ATOMIC_MOVE);
    }

    private static long incarnation(Field field) {
        return field.number("select incarnation as n from enricher.nodes where name = 'steps'");
    }

    private static long doneBy(Field field, ServerNode node, String prefix) {
        return field.number("""
                select count(*) as n from public.jobs_history where lease_owner = ? and payload ->> 'name' like ?
                """, node.name(), prefix + "%");
    }

    private static String faketime() throws IOException {
        Path libraries = Path.of("/usr/lib");
        try (Stream<Path> architectures = Files.list(libraries)) {
            return architectures
                    .map(architecture -> architecture.resolve("faketime/libfaketimeMT.so.1"))
                    .filter(Files::exists)
                    .findFirst()
                    .map(Path::toString)
                    .orElseThrow(
                            () -> new CannotRun("there is no libfaketimeMT.so.1 (Debian: apt-get install faketime)"));
        }
    }
}

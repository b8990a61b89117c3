package org.mediaenricher.demo;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mediaenricher.harness.EndAtExit;
import org.mediaenricher.harness.Project;
import org.mediaenricher.harness.Sandbox;
import org.mediaenricher.harness.ServerNode;
import org.mediaenricher.harness.Slot;

/**
 * From nothing to an enriched bucket: database, schema, server, a bucket, a run, and what it found. Stays up until
 * Ctrl-C unless told to exit; a second start finds all of it in place.
 */
public final class Demo {
    private static final PrintStream OUT = System.out;
    private static final String NODE = "demo";

    private final DemoOptions options;
    private final Path folder;

    private Demo(DemoOptions options, Path folder) {
        this.options = options;
        this.folder = folder;
    }

    /** Runs it and ends the JVM: 0, or 1 when the run failed or nothing came of it. */
    public static void main(String[] arguments) throws InterruptedException {
        String last;
        int code = 1;
        try (Slot slot = Slot.in(Project.target().resolve("demo"))) {
            RunState run = new Demo(DemoOptions.given(), slot.folder()).play();
            last = run.summary();
            code = run.completed() ? 0 : 1;
        } catch (RuntimeException e) {
            waitIfEnding();
            last = "demo failed: " + reasons(e);
        }
        EndAtExit.endAll();
        OUT.println(last);
        OUT.flush();
        Runtime.getRuntime().halt(code); // not exit: Maven's own hook would write a colour code behind the last line
    }

    private static String reasons(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .map(cause -> cause.getMessage() == null ? cause.toString() : cause.getMessage())
                .distinct()
                .collect(Collectors.joining("; because "));
    }

    private RunState play() throws InterruptedException {
        say("");
        say("Media Enricher: a demo in " + folder);
        try (Sandbox sandbox = timed("database with its schema", () -> Sandbox.in(folder))) {
            String bucket = timed("bucket", () -> DemoBucket.furnish(sandbox, options));
            ServerNode node = timed("server", () -> sandbox.start(sandbox.plan(NODE)));
            RunState run = enrich(sandbox, node, bucket);
            report(sandbox, node, bucket);
            if (!options.exit()) {
                say(run.summary());
                say("");
                say("All of this runs until Ctrl-C.");
                stayUpWith(node);
            }
            return run;
        }
    }

    private RunState enrich(Sandbox sandbox, ServerNode node, String bucket) {
        say("");
        say("Enriching bucket " + bucket + " (" + options.mode() + ")");
        Progress progress = new Progress(OUT, System.console() != null);
        return new RunWatch(sandbox.admin(node), progress).run(bucket, options.mode());
    }

    private void report(Sandbox sandbox, ServerNode node, String bucket) {
        Findings findings = new Findings(sandbox.database(), bucket);
        section("What is in the bucket", findings.types());
        section("", findings.facts());
        if (findings.failures().size() > 1) {
            section("What could not be read", findings.failures());
        }
        section("The run", findings.newestRun());
        String token = sandbox.tokens()
                .user(Sandbox.TENANT, "admin")
                .validFor(Duration.ofHours(12))
                .sign();
        section("Try", NextSteps.lines(node.address(), token, bucket, sandbox.database()));
        section(
                "",
                List.of(
                        "console     " + node.address() + "/console, as admin with the password "
                                + sandbox.firstAdminPassword(),
                        "server log  " + log(node)));
    }

    private static String log(ServerNode node) {
        int errors = node.log().errors().size();
        return node.log().file() + (errors == 0 ? " (no errors)" : " (" + errors + " errors)");
    }

    /** Ctrl-C ends the JVM, and with it all this. A server that ends by itself must not go unnoticed. */
    private static void stayUpWith(ServerNode node) throws InterruptedException {
        node.process().onExit().join();
        waitIfEnding();
        throw new IllegalStateException("the server ended:\n" + node.log().tail(20));
    }

    private static void waitIfEnding() throws InterruptedException {
        if (EndAtExit.isEnding()) {
            new CountDownLatch(1).await(); // whatever failed now, failed because the JVM is stopping
        }
    }

    private static <T> T timed(String what, Supplier<T> step) {
        Instant start = Instant.now();
        T made = step.get();
        double seconds = Duration.between(start, Instant.now()).toMillis() / 1000.0;
        say(String.format(Locale.ROOT, "  %-26s %4.1f s  %s", what, seconds, made));
        return made;
    }

    private static void section(String title, List<String> lines) {
        say("");
        if (!title.isEmpty()) {
            say(title);
        }
        lines.forEach(line -> say("  " + line));
    }

    private static void say(String line) {
        OUT.println(line);
    }
}

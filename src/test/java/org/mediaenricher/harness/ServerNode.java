package org.mediaenricher.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.wildfly.core.launcher.StandaloneCommandBuilder;

/**
 * One server process with our WAR, on ports of its own and with a base folder of its own. Started again it
 * keeps name, ports and folder, as a node does after a crash.
 */
public final class ServerNode implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(30);
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(3);
    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

    private final ServerNodePlan plan;
    private final Path base;
    private final Leftover leftover;
    private final ServerLog log;
    private final int httpPort;
    private final int httpsPort;
    private final int managementPort;
    private Process process;

    ServerNode(ServerNodePlan plan) {
        this.plan = plan;
        this.base = plan.folder();
        this.leftover = Leftover.in(base);
        this.log = new ServerLog(base.resolve("log/server.log"));
        List<Integer> ports = FreePorts.take(3);
        this.httpPort = ports.get(0);
        this.httpsPort = ports.get(1);
        this.managementPort = ports.get(2);
    }

    /**
     * A plan for a node.
     *
     * @param folder the node's own; kept from start to start
     * @param name the node's name, at most 23 characters
     */
    public static ServerNodePlan plan(Distribution distribution, Path folder, String name) {
        return new ServerNodePlan(distribution, folder, name);
    }

    /** Starts the server and waits until the WAR answers. */
    public ServerNode start() {
        launch();
        new Readiness(this).await();
        return this;
    }

    /** Starts the server and does not wait. */
    public ServerNode launch() {
        leftover.end();
        layOut();
        return EndAtExit.begin(this::startProcess);
    }

    private ServerNode startProcess() {
        try {
            process = command().start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        leftover.remember(process.toHandle());
        return this;
    }

    /** Where the WAR answers. */
    public URI address() {
        return URI.create("http://localhost:" + httpPort);
    }

    /** The same over TLS, with a certificate the server made itself. */
    public URI secureAddress() {
        return URI.create("https://localhost:" + httpsPort);
    }

    /** Where health and metrics answer. */
    public URI management() {
        return URI.create("http://localhost:" + managementPort);
    }

    /** The node's name. */
    public String name() {
        return plan.name();
    }

    /** The {@code application_name} of its sessions in the database. */
    public String application() {
        return "media-enricher " + plan.name();
    }

    /** The server's process. */
    public ProcessHandle process() {
        return process.toHandle();
    }

    /** What the server wrote to its log. */
    public ServerLog log() {
        return log;
    }

    /** The first line of each stack trace in the log. */
    public List<String> stackTracesInLog() {
        return log.stackTraces();
    }

    /** Asks the server to end, and kills it after 30 s. Answers whether it went by itself. */
    public boolean stop() {
        boolean wentByItself = Processes.stop(process.toHandle(), GRACE);
        ended();
        return wentByItself;
    }

    /** Waits until the server has ended by itself, at most three minutes, and answers with what code. */
    public int exitCode() {
        try {
            if (!process.waitFor(LONGEST_LIFE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException(this + " did not end:\n" + log.tail(20));
            }
            ended();
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the end of " + this, e);
        }
    }

    /** SIGKILL. */
    public void kill() {
        Processes.kill(process.toHandle());
        ended();
    }

    /** SIGSTOP: the process stands still and knows nothing of it. */
    public void suspend() {
        Signals.send("STOP", process.toHandle());
    }

    /** SIGCONT. */
    public void resume() {
        Signals.send("CONT", process.toHandle());
    }

    /** Stops the server, if it runs. */
    @Override
    public void close() {
        if (process != null && process.isAlive()) {
            stop();
        }
        ended();
    }

    @Override
    public String toString() {
        return plan.name() + " at " + address();
    }

    Path base() {
        return base;
    }

    private void ended() {
        EndAtExit.forget(this);
        leftover.forget();
    }

    /** Configuration and WAR come anew at each start; {@code data}, with the log of transactions, stays. */
    private void layOut() {
        Path stock = plan.distribution().home().resolve("standalone");
        Folders.remove(base.resolve("configuration"));
        Folders.remove(base.resolve("deployments"));
        Folders.copy(stock.resolve("configuration"), base.resolve("configuration"));
        Path deployments = Folders.make(base.resolve("deployments"));
        try {
            Files.copy(plan.war(), deployments.resolve("media-enricher.war"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ProcessBuilder command() {
        List<String> server = StandaloneCommandBuilder.of(plan.distribution().home())
                .setBaseDirectory(base)
                .setJavaOptions(plan.jvmOptions())
                .addServerArguments(
                        "-Djboss.node.name=" + plan.name(),
                        "-Djboss.tx.node.id=" + plan.name(),
                        "-Djboss.http.port=" + httpPort,
                        "-Djboss.https.port=" + httpsPort,
                        "-Djboss.management.http.port=" + managementPort)
                .build();
        ProcessBuilder builder = new ProcessBuilder(deafToTheTerminal(server))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(base.resolve("console.log").toFile()));
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("MEDIAENRICHER_") || name.equals("ALLOWED_ORIGINS"));
        builder.environment().putAll(plan.settings());
        return builder;
    }

    /**
     * Ctrl-C reaches every process of the terminal. A server that is stopped by us, in order, must not hear it:
     * the JVM leaves a signal alone that was ignored when it started.
     */
    private static List<String> deafToTheTerminal(List<String> server) {
        if (WINDOWS) {
            return server;
        }
        List<String> command = new ArrayList<>(List.of("sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh"));
        command.addAll(server);
        return command;
    }
}

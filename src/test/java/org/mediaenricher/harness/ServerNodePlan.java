package org.mediaenricher.harness;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How a {@link ServerNode} is to be, before it starts. The system property {@code server.jvm} gives the JVM of each
 * further options, separated by blanks.
 */
public final class ServerNodePlan {
    private final Distribution distribution;
    private final Path folder;
    private final String name;
    private final Map<String, String> settings = new TreeMap<>();
    private final List<String> jvmOptions =
            new ArrayList<>(List.of("-Xms64m", "-Djava.net.preferIPv4Stack=true", "-Djava.awt.headless=true"));
    private String heap = "512m";
    private Path war = Project.war();

    ServerNodePlan(Distribution distribution, Path folder, String name) {
        this.distribution = distribution;
        this.folder = folder;
        this.name = name;
        Stream.of(System.getProperty("server.jvm", "").split(" "))
                .filter(option -> !option.isEmpty())
                .forEach(jvmOptions::add);
    }

    /**
     * A setting of ours, such as {@code mediaenricher.storage.kind}. It reaches the server in the environment
     * and so stands on no command line.
     */
    public ServerNodePlan setting(String property, String value) {
        return environment(property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT), value);
    }

    /** A variable of the server's environment. */
    public ServerNodePlan environment(String variable, String value) {
        settings.put(variable, value);
        return this;
    }

    /** The largest heap, as {@code -Xmx} has it; 512m if not told. */
    public ServerNodePlan heap(String size) {
        this.heap = size;
        return this;
    }

    /** A further option of the server's JVM. */
    public ServerNodePlan jvm(String option) {
        jvmOptions.add(option);
        return this;
    }

    /** Another WAR than the one the build packaged. */
    public ServerNodePlan war(Path other) {
        this.war = other;
        return this;
    }

    /** The node, not started. */
    public ServerNode build() {
        return new ServerNode(this);
    }

    Distribution distribution() {
        return distribution;
    }

    Path folder() {
        return folder;
    }

    String name() {
        return name;
    }

    Path war() {
        return war;
    }

    Map<String, String> settings() {
        return settings;
    }

    List<String> jvmOptions() {
        List<String> options = new ArrayList<>(jvmOptions);
        options.add("-Xmx" + heap);
        return options;
    }
}

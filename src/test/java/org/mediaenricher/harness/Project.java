package org.mediaenricher.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the build keeps its things. Maven names the places; without it, the working directory counts. */
public final class Project {
    private Project() {}

    /** The folder with {@code pom.xml}. */
    public static Path root() {
        return Path.of(System.getProperty("basedir", "")).toAbsolutePath().normalize();
    }

    /** The folder for all that a build or test makes. */
    public static Path target() {
        return root().resolve("target");
    }

    /** The WAR, as the build packaged it. */
    public static Path war() {
        return target().resolve("media-enricher.war");
    }

    /** The unpacked server, configured or not. */
    static Path wildflyHome() {
        String told = System.getProperty("wildfly.home");
        return told != null ? Path.of(told) : onlyServerIn(target().resolve("server"));
    }

    private static Path onlyServerIn(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            List<Path> servers = children.filter(
                            child -> child.getFileName().toString().startsWith("wildfly-"))
                    .toList();
            if (servers.size() == 1) {
                return servers.get(0);
            }
            throw new IllegalStateException("one server expected in " + folder + ", found " + servers);
        } catch (IOException e) {
            throw new UncheckedIOException("no server yet; mvn package unpacks it", e);
        }
    }
}

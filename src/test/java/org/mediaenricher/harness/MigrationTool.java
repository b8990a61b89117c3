package org.mediaenricher.harness;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folder {@code liquibase} as an operator finds it in the distribution: scripts, changelogs, and their libraries. */
public final class MigrationTool {
    /** What the distribution puts beside the scripts, see {@code pom.xml}. */
    private static final Pattern LIBRARY =
            Pattern.compile("(liquibase-core|postgresql|picocli|opencsv|snakeyaml|jaxb-api"
                    + "|commons-collections4|commons-text|commons-lang3|commons-io)-[\\d.]+\\.jar");

    private final Path folder;

    private MigrationTool(Path folder) {
        this.folder = folder;
    }

    /** Lays it out in an empty folder. */
    public static MigrationTool in(Path folder) {
        try {
            Path libraries = Files.createDirectory(folder.resolve("lib"));
            for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
                if (LIBRARY.matcher(Path.of(entry).getFileName().toString()).matches()) {
                    copy(Path.of(entry), libraries);
                }
            }
            copyAll(Project.target().resolve("migration-tool"), "media-enricher-migration.jar", libraries);
            copyAll(Project.root().resolve("liquibase"), "*.{sh,sql,xml}", folder);
            return new MigrationTool(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One of its scripts on a database, with the owner's credentials; not started yet. */
    public ProcessBuilder script(String name, EmbeddedDatabase database, String... arguments) {
        List<String> command =
                new ArrayList<>(List.of("sh", folder.resolve(name).toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder script = new ProcessBuilder(command);
        script.environment().put("DATABASE_URL", database.url());
        script.environment().put("DATABASE_OWNER", EmbeddedDatabase.OWNER);
        script.environment().put("DATABASE_OWNER_PASSWORD", database.ownerPassword());
        return script;
    }

    private static void copyAll(Path from, String glob, Path to) throws IOException {
        var matcher = from.getFileSystem().getPathMatcher("glob:" + glob);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file :
                    files.filter(file -> matcher.matches(file.getFileName())).toList()) {
                copy(file, to);
            }
        }
    }

    private static void copy(Path file, Path to) throws IOException {
        Files.copy(file, to.resolve(file.getFileName()));
    }
}

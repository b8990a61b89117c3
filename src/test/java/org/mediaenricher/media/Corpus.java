package org.mediaenricher.media;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Real files with known answers, where they are at hand: beside the project, or where the system
 * property {@code corpus.dir} points.
 */
public final class Corpus {
    private Corpus() {}

    /** The folder; the test that asks is skipped where there is none. */
    public static Path folder() {
        Path folder = Path.of(System.getProperty("corpus.dir", "../shared/corpus"));
        assumeTrue(Files.isDirectory(folder), "no corpus here");
        return folder;
    }

    /** All files below a part of it. */
    public static List<Path> files(String part) throws IOException {
        try (Stream<Path> files = Files.walk(folder().resolve(part))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}

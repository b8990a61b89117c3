package org.mediaenricher.facts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Goes through a folder and all below it in the order of their names. Links in it are left out: they lead outside, or
 * to what is visited anyway.
 */
final class FileWalk {
    private FileWalk() {}

    /** Tells each plain file; of a file, itself. */
    static void below(Path start, Consumer<Path> files) {
        if (Files.isDirectory(start)) {
            children(start).forEach(child -> visit(child, files));
        } else {
            files.accept(start);
        }
    }

    private static void visit(Path path, Consumer<Path> files) {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            below(path, files);
        } else if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            files.accept(path);
        }
    }

    /** None of a folder that cannot be listed. */
    private static List<Path> children(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}

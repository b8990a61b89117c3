package org.mediaenricher.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which files of a folder were read, as the file system itself notes it: a file whose last access lies before its last
 * change gets a new time of access when it is read (mount option {@code relatime}, the usual one).
 */
record ReadMarks(Path folder) {
    private static final FileTime NEVER = FileTime.fromMillis(0);

    /** Forgets what was read until now. */
    void clear() {
        try (Stream<Path> files = files()) {
            files.forEach(ReadMarks::clear);
        }
    }

    /** Those that were read since, by their names below the folder. */
    Set<String> read() {
        try (Stream<Path> files = files()) {
            return files.filter(ReadMarks::isRead)
                    .map(file -> folder.relativize(file).toString())
                    .collect(Collectors.toSet());
        }
    }

    private Stream<Path> files() {
        try {
            return Files.walk(folder).filter(Files::isRegularFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void clear(Path file) {
        try {
            Files.getFileAttributeView(file, BasicFileAttributeView.class).setTimes(null, NEVER, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isRead(Path file) {
        try {
            return !Files.readAttributes(file, BasicFileAttributes.class)
                    .lastAccessTime()
                    .equals(NEVER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

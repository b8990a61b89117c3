package org.mediaenricher.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;

/** Folders and files that the build may make, copy and throw away. */
public final class Folders {
    private static final Set<PosixFilePermission> OWNER_ONLY =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private Folders() {}

    /** The folder, made where it is not there. */
    static Path make(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Copies a tree of plain files; what is there already is written over. */
    static void copy(Path from, Path to) {
        try (Stream<Path> tree = Files.walk(from)) {
            for (Path each : (Iterable<Path>) tree::iterator) {
                Path copy = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(each, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes all folders in a folder. */
    static void empty(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            children.filter(Files::isDirectory).forEach(Folders::remove);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes a tree, if it is there. A link goes, never what it leads to. */
    public static void remove(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path each : (Iterable<Path>) tree.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a text that only this user may read; the file is never seen half written. */
    static void writeSecret(Path file, String text) {
        try {
            make(file.getParent());
            Path draft =
                    Files.createTempFile(file.getParent(), file.getFileName().toString(), ".draft");
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(draft, OWNER_ONLY);
            }
            Files.writeString(draft, text, StandardCharsets.UTF_8);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

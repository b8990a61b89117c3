package org.mediaenricher.storage.filesystem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;

/**
 * Files and folders of one directory in the order of whole keys, where a folder counts as its name and
 * a slash: {@code a-b}, {@code a/}, {@code ab}. The names come sorted without the slash; a folder
 * found too early waits until all names are out that go before it. So only what is given out is
 * asked for its kind, not all of a huge directory.
 */
final class DirectoryEntries {
    /** A plain file or a folder. */
    record Entry(String name, Path path, BasicFileAttributes facts) {}

    private final DirectoryNames directories;
    private final Path directory;
    private final FileTime changed;
    private final String prefix;
    private final Deque<Entry> waiting = new ArrayDeque<>();
    private NameWindow window;
    private int next;

    /**
     * @param prefix what names must begin with
     * @param rest where to start, exclusive: a key relative to this directory, beginning with the
     *     prefix; or empty. A folder that {@code rest} leads into is given out, too
     */
    DirectoryEntries(DirectoryNames directories, Path directory, FileTime changed, String prefix, String rest)
            throws IOException {
        this.directories = directories;
        this.directory = directory;
        this.changed = changed;
        this.prefix = prefix;
        moveTo(bytes(rest.isEmpty() ? prefix : rest + '\0'));
        addFoldersNotPassed(rest);
    }

    /** The next file or folder, empty at the end. Links and special files are left out. */
    Optional<Entry> next() throws IOException {
        while (true) {
            Optional<String> name = peek();
            if (!waiting.isEmpty() && name.map(this::followsTheWaiting).orElse(true)) {
                return Optional.of(waiting.pop());
            }
            if (name.isEmpty()) {
                return Optional.empty();
            }
            next++;
            Optional<Entry> entry = entry(name.get());
            if (entry.isPresent() && entry.get().facts().isRegularFile()) {
                return entry;
            }
            entry.filter(folder -> folder.facts().isDirectory()).ifPresent(waiting::push);
        }
    }

    /**
     * A folder {@code d} with {@code d <= rest < d/} stands before {@code rest} by name and behind it
     * by key, and {@code rest} may lie within it. Such a name is the part of {@code rest} before a
     * character up to the slash, or the whole.
     */
    private void addFoldersNotPassed(String rest) throws IOException {
        for (int end = Math.max(1, prefix.length()); end <= rest.length(); end++) {
            char behind = end == rest.length() ? '/' : rest.charAt(end);
            String name = rest.substring(0, end);
            if (behind <= '/' && FileNames.isName(name)) {
                entry(name).filter(found -> found.facts().isDirectory()).ifPresent(waiting::push);
            }
            if (behind == '/') {
                return;
            }
        }
    }

    private Optional<String> peek() throws IOException {
        if (next == window.names().size() && !window.reachesEnd()) {
            moveTo(window.next());
        }
        if (next == window.names().size()) {
            return Optional.empty();
        }
        return Optional.of(window.names().get(next)).filter(name -> name.startsWith(prefix));
    }

    private void moveTo(byte[] from) throws IOException {
        window = directories.from(from, directory, changed);
        next = window.names().ceiling(from);
    }

    private boolean followsTheWaiting(String name) {
        return Arrays.compareUnsigned(bytes(name), bytes(waiting.element().name() + "/")) > 0;
    }

    /** Empty when it has gone meanwhile. */
    private Optional<Entry> entry(String name) throws IOException {
        Path path = FileNames.below(directory, name);
        try {
            return Optional.of(new Entry(name, path, FileFacts.of(path)));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

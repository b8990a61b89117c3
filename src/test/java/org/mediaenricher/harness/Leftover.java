package org.mediaenricher.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The note of a process we started, for whoever uses the folder next: when we were killed ourselves, it runs
 * on, and in the way. A process counts as the noted one when id and start agree, so a reused id harms nobody.
 */
final class Leftover {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final String ENDING = ".process";

    private final Path note;

    private Leftover(Path note) {
        this.note = note;
    }

    /** The note of the process that a folder is for; a file with its id and its start, two lines. */
    static Leftover in(Path folder) {
        return new Leftover(folder.resolve("running" + ENDING));
    }

    /** Ends all that was noted in a folder's folders. */
    static void endAllBelow(Path parent) {
        try (Stream<Path> files =
                Files.find(parent, 2, (file, seen) -> file.toString().endsWith(ENDING))) {
            files.map(Leftover::new).forEach(Leftover::end);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Notes a process as ours. */
    void remember(ProcessHandle process) {
        Folders.writeSecret(note, process.pid() + "\n" + startOf(process) + "\n");
    }

    /** Ends the noted process, if it still runs, and forgets it. */
    void end() {
        find().ifPresent(process -> Processes.stop(process, PATIENCE));
        forget();
    }

    /** Takes the note away, for the process has ended. */
    void forget() {
        try {
            Files.deleteIfExists(note);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<ProcessHandle> find() {
        if (!Files.exists(note)) {
            return Optional.empty();
        }
        try {
            List<String> lines = Files.readAllLines(note);
            return ProcessHandle.of(Long.parseLong(lines.get(0)))
                    .filter(process -> startOf(process).equals(lines.get(1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("unknown");
    }
}

package org.mediaenricher.facts;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Prints a line of JSON for each file of {@code -Dpath}, as soon as it was read. */
public final class FactsCommand {
    private FactsCommand() {}

    /** Runs it and ends the JVM: 0, or 1 when there is nothing of that name. */
    public static void main(String[] arguments) {
        boolean found = run(System.getProperty("path", ""), System.out, System.err);
        System.out.flush();
        System.err.flush();
        Runtime.getRuntime().halt(found ? 0 : 1); // not exit: Maven's own hook would write a colour code at the end
    }

    /**
     * Prints what is known about a file, or about each in a folder.
     *
     * @param path relative to where the command was called
     * @return whether there is such a file or folder
     */
    static boolean run(String path, PrintStream out, PrintStream err) {
        if (path.isBlank()) {
            err.println("facts: which file or folder? -Dpath=… says it");
            return false;
        }
        if (!exists(path)) {
            err.println("facts: -Dpath: no file or folder that can be read: " + FactsLine.escaped(path));
            return false;
        }
        FactsLine lines = new FactsLine();
        FileWalk.below(Path.of(path), file -> print(lines.of(file), out));
        return true;
    }

    private static boolean exists(String path) {
        try {
            return Files.isReadable(Path.of(path));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** In one piece and at once: readers at the other end of a pipe see whole lines. */
    private static void print(String line, PrintStream out) {
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.US_ASCII);
        out.write(bytes, 0, bytes.length);
        out.flush();
    }
}

package org.mediaenricher.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the user asked for with {@code -D}.
 *
 * @param exit {@code demo.exit}: end after the run
 * @param folder {@code bucket.dir}: enrich this folder instead of the sample; relative to where Maven was started
 * @param mode {@code demo.mode}: which objects, {@code changed} if not told
 */
record DemoOptions(boolean exit, Optional<Path> folder, String mode) {
    /** From the system properties. An empty {@code -Ddemo.exit} counts as yes. */
    static DemoOptions given() {
        String exit = System.getProperty("demo.exit", "false");
        return new DemoOptions(
                !exit.equals("false"),
                Optional.ofNullable(System.getProperty("bucket.dir"))
                        .filter(text -> !text.isBlank())
                        .map(DemoOptions::folder),
                System.getProperty("demo.mode", "changed"));
    }

    private static Path folder(String text) {
        Path folder = Path.of(text).toAbsolutePath().normalize();
        if (!Files.isDirectory(folder) || !Files.isReadable(folder)) {
            throw new IllegalArgumentException("bucket.dir: no folder that can be read: " + folder);
        }
        return folder;
    }
}

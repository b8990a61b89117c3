package org.mediaenricher.bench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** ExifTool, where it is installed: the yardstick. What it finds is thrown away. */
final class ExifTool {
    private ExifTool() {}

    static boolean isInstalled() throws InterruptedException {
        try {
            return new ProcessBuilder("exiftool", "-ver")
                            .redirectOutput(Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    /** A process that reads files, or folders with all that is in them. */
    static Process start(List<String> places) throws IOException {
        List<String> command = new ArrayList<>(List.of("exiftool", "-fast2", "-json", "-r"));
        command.addAll(places);
        return silently(command);
    }

    /** Files a second in one process, its start included. */
    static double filesPerSecond(List<Path> files, Path list) throws IOException, InterruptedException {
        Files.write(list, files.stream().map(Path::toString).toList(), StandardCharsets.UTF_8);
        long began = System.nanoTime();
        silently(List.of("exiftool", "-fast2", "-json", "-r", "-@", list.toString()))
                .waitFor(); // its exit code tells of files it does not know, too
        return files.size() / ((System.nanoTime() - began) / 1e9);
    }

    private static Process silently(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
    }
}

package org.mediaenricher.bench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** ExifTool over the same folder, where it is installed: two processes, each half of the folders in it. */
final class ExifToolBenchmark implements Benchmark {
    private static final String NAME = "backfill.exiftool_files_per_s";
    private static final int PROCESSES = 2;

    @Override
    public List<String> names() {
        return List.of(NAME);
    }

    @Override
    public void run(Workbench workbench, Figures figures) throws Exception {
        if (!isInstalled()) {
            workbench.say("exiftool is not installed: no figure of it");
            return;
        }
        Path files = workbench.cameraFiles(BackfillBenchmark.OBJECTS);
        workbench.say("  exiftool reads the same folder");
        long began = System.nanoTime();
        List<Process> running = new ArrayList<>();
        for (int number = 0; number < PROCESSES; number++) {
            running.add(start(share(files, number)));
        }
        for (Process each : running) {
            if (each.waitFor() != 0) {
                throw new IllegalStateException("exiftool failed");
            }
        }
        figures.add(NAME, BackfillBenchmark.OBJECTS / ((System.nanoTime() - began) / 1e9), "files/s");
    }

    private static Process start(List<String> folders) throws IOException {
        List<String> command = new ArrayList<>(List.of("exiftool", "-fast2", "-json", "-r"));
        command.addAll(folders);
        return new ProcessBuilder(command)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
    }

    private static List<String> share(Path files, int number) throws IOException {
        try (Stream<Path> children = Files.list(files)) {
            return children.map(Path::toString)
                    .filter(folder -> Math.floorMod(folder.hashCode(), PROCESSES) == number)
                    .toList();
        }
    }

    private static boolean isInstalled() throws InterruptedException {
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
}

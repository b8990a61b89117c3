package org.mediaenricher.bench;

import java.io.IOException;
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
        if (!ExifTool.isInstalled()) {
            workbench.say("exiftool is not installed: no figure of it");
            return;
        }
        Path files = workbench.cameraFiles(BackfillBenchmark.OBJECTS);
        workbench.say("  exiftool reads the same folder");
        long began = System.nanoTime();
        List<Process> running = new ArrayList<>();
        for (int number = 0; number < PROCESSES; number++) {
            running.add(ExifTool.start(share(files, number)));
        }
        for (Process each : running) {
            if (each.waitFor() != 0) {
                throw new IllegalStateException("exiftool failed");
            }
        }
        figures.add(NAME, BackfillBenchmark.OBJECTS / ((System.nanoTime() - began) / 1e9), "files/s");
    }

    private static List<String> share(Path files, int number) throws IOException {
        try (Stream<Path> children = Files.list(files)) {
            return children.map(Path::toString)
                    .filter(folder -> Math.floorMod(folder.hashCode(), PROCESSES) == number)
                    .toList();
        }
    }
}

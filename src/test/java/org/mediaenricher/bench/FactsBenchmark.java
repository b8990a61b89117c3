package org.mediaenricher.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mediaenricher.harness.Project;
import org.mediaenricher.media.FactsJson;
import org.mediaenricher.media.FileSource;
import org.mediaenricher.media.MediaFacts;
import org.mediaenricher.media.MediaReader;
import org.mediaenricher.media.MediaReading;
import org.mediaenricher.media.container.ContainerReader;

/** Facts as JSON, in this process, on one thread, from the page cache: of camera JPEGs, and of real files if at hand. */
final class FactsBenchmark implements Benchmark {
    private static final int CAMERA_FILES = 5_000;
    private static final int WARM_UPS = 8;
    private static final int TURNS = 5;
    private static final int EXIFTOOL_FILES = 200;
    private static final long SHORTEST_TURN_NANOS = 300_000_000;

    private final MediaReader reader = new ContainerReader();

    @Override
    public List<String> names() {
        return List.of("facts.");
    }

    @Override
    public void run(Workbench workbench, Figures figures) throws Exception {
        Path camera = workbench.cameraFiles(CAMERA_FILES);
        report("camera-jpeg", files(camera).limit(CAMERA_FILES).toList(), workbench, figures);
        for (Map.Entry<String, List<Path>> format : realFiles().entrySet()) {
            report(format.getKey(), format.getValue(), workbench, figures);
        }
    }

    private void report(String format, List<Path> files, Workbench workbench, Figures figures) throws Exception {
        if (!figures.wants("facts." + format)) {
            return;
        }
        reads(format, files, figures);
        figures.add("facts." + format + ".files_per_s", filesPerSecond(files), "files/s");
        figures.add("facts." + format + ".alloc_kb", allocated(files) / 1024, "kB");
        if (ExifTool.isInstalled()) {
            double rate = ExifTool.filesPerSecond(atLeast(EXIFTOOL_FILES, files), workbench.scratch("exiftool.args"));
            figures.add("facts." + format + ".exiftool_files_per_s", rate, "files/s");
        } else {
            workbench.say("exiftool is not installed: no figure of it");
        }
    }

    private void reads(String format, List<Path> files, Figures figures) throws IOException {
        double[] calls = new double[files.size()];
        double[] bytes = new double[files.size()];
        for (int i = 0; i < files.size(); i++) {
            try (FileSource source = new FileSource(files.get(i))) {
                reader.read(source);
                calls[i] = source.calls();
                bytes[i] = source.bytes();
            }
        }
        figures.add("facts." + format + ".calls_median", Figures.median(calls), "calls");
        figures.add("facts." + format + ".bytes_median", Figures.median(bytes), "bytes");
    }

    /** The same files again and again, or a process's start would be most of what is measured. */
    private static List<Path> atLeast(int count, List<Path> files) {
        List<Path> all = new ArrayList<>(files);
        while (all.size() < count) {
            all.addAll(files);
        }
        return all.subList(0, Math.max(count, Math.min(files.size(), 5 * count)));
    }

    /** Bytes allocated for each file, its JSON included; the code is warm by now. */
    private double allocated(List<Path> files) throws IOException {
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (Path file : files) {
            readOnce(file);
        }
        return (double) (threads.getCurrentThreadAllocatedBytes() - before) / files.size();
    }

    private double filesPerSecond(List<Path> files) throws IOException {
        for (int turn = 0; turn < WARM_UPS; turn++) {
            turn(files);
        }
        double[] rates = new double[TURNS];
        for (int turn = 0; turn < TURNS; turn++) {
            rates[turn] = turn(files);
        }
        return Figures.median(rates);
    }

    private double turn(List<Path> files) throws IOException {
        long began = System.nanoTime();
        long read = 0;
        while (System.nanoTime() - began < SHORTEST_TURN_NANOS) {
            for (Path file : files) {
                readOnce(file);
            }
            read += files.size();
        }
        return read / ((System.nanoTime() - began) / 1e9);
    }

    private void readOnce(Path file) throws IOException {
        try (FileSource source = new FileSource(file)) {
            MediaReading reading = reader.read(source);
            if (reading instanceof MediaFacts facts && FactsJson.text(facts).isEmpty()) {
                throw new IllegalStateException("no facts of " + file);
            }
        }
    }

    /** The files of the corpus beside the project, by the ending of their names. */
    private static Map<String, List<Path>> realFiles() throws IOException {
        Path corpus = Path.of(System.getProperty(
                "corpus.dir", Project.root().resolve("../shared/corpus").toString()));
        if (!Files.isDirectory(corpus)) {
            return Map.of();
        }
        return Stream.concat(files(corpus.resolve("clips")), files(corpus.resolve("photos")))
                .collect(Collectors.groupingBy(FactsBenchmark::format, TreeMap::new, Collectors.toList()));
    }

    private static String format(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        return switch (ending) {
            case "jpg" -> "jpeg";
            case "heif" -> "heic";
            case "tif" -> "tiff";
            default -> ending;
        };
    }

    private static Stream<Path> files(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile).sorted().toList().stream();
        }
    }
}

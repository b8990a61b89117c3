package org.mediaenricher.bench;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The readers alone, by JMH, in a JVM of their own for each format. */
final class ReadersBenchmark implements Benchmark {
    private static final String CLASS_PATH = "java.class.path";

    @Override
    public List<String> names() {
        return List.of("jmh.");
    }

    @Override
    public void run(Workbench workbench, Figures figures) throws RunnerException {
        String own = System.getProperty(CLASS_PATH);
        System.setProperty(CLASS_PATH, classPath(own)); // where JMH's own JVMs find their classes
        try {
            for (RunResult result : new Runner(options()).run()) {
                figures.add(
                        "jmh." + result.getParams().getParam("format") + ".per_s",
                        result.getPrimaryResult().getScore(),
                        "readings/s");
            }
        } finally {
            System.setProperty(CLASS_PATH, own);
        }
    }

    private static Options options() {
        return new OptionsBuilder()
                .include(ReaderSpeed.class.getName())
                .mode(Mode.Throughput)
                .timeUnit(TimeUnit.SECONDS)
                .forks(1)
                .warmupIterations(5)
                .warmupTime(TimeValue.seconds(2))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(1))
                .verbosity(VerboseMode.SILENT)
                .build();
    }

    /** Within Maven the classes come from a loader that the JVM's own class path knows nothing of. */
    private static String classPath(String own) {
        return ReadersBenchmark.class.getClassLoader() instanceof URLClassLoader loader
                ? Arrays.stream(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(File.pathSeparator))
                : own;
    }
}

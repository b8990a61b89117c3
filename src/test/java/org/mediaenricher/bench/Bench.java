package org.mediaenricher.bench;

import java.util.List;

/**
 * Runs the benchmarks, all of them or those whose figures begin with the system property {@code bench}. The files it
 * makes, some 2.5 GB, lie in {@code target/bench} and go with it. {@code server.jvm} gives the server's JVM further
 * options, such as those of a flight recording.
 */
public final class Bench {
    private Bench() {}

    /** Takes no arguments; see the system properties. */
    public static void main(String[] arguments) throws Exception {
        Figures figures = new Figures(System.getProperty("bench", ""), System.out);
        try (Workbench workbench = new Workbench(System.out)) {
            for (Benchmark benchmark : benchmarks()) {
                if (benchmark.names().stream().anyMatch(figures::wants)) {
                    benchmark.run(workbench, figures);
                }
            }
        }
        figures.print();
    }

    /** The smaller bucket comes first: the larger one is the same folder, grown. */
    private static List<Benchmark> benchmarks() {
        return List.of(
                new AuthBenchmark(),
                new QueueBenchmark(),
                new ConsoleBenchmark(),
                new FactsBenchmark(),
                new DecodeBenchmark(),
                new ReadersBenchmark(),
                new BackfillBenchmark(),
                new ExifToolBenchmark(),
                new LargeBackfillBenchmark(),
                new LatencyBenchmark());
    }
}

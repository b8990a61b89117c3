package org.mediaenricher.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mediaenricher.harness.ServerNode;

/** What a server's process used. */
final class Footprint {
    /** {@code Pause Young (Normal) 123M->45M(512M)}, the JVM's unified log. */
    private static final Pattern PAUSE = Pattern.compile("Pause .* \\d+M->(\\d+)M\\((\\d+)M\\)");

    private final ServerNode node;
    private final Path gcLog;

    Footprint(ServerNode node, Path gcLog) {
        this.node = node;
        this.gcLog = gcLog;
    }

    /**
     * The largest heap since the start, in MB.
     *
     * @param committed what the JVM had taken from the system
     * @param live what was left right after a collection, some garbage included
     */
    record Heap(int live, int committed) {
        private Heap orMore(Heap other) {
            return new Heap(Math.max(live, other.live), Math.max(committed, other.committed));
        }
    }

    /**
     * All that the process has read, the answers of the database included, so a little more than what it read of the
     * objects. Linux only (proc(5), {@code /proc/pid/io}).
     */
    long bytesRead() throws IOException {
        Path io = Path.of("/proc/" + node.process().pid() + "/io");
        return Files.readAllLines(io).stream()
                .filter(line -> line.startsWith("rchar: "))
                .mapToLong(line -> Long.parseLong(line.substring(7)))
                .sum();
    }

    Heap heap() throws IOException {
        try (Stream<String> lines = Files.lines(gcLog)) {
            return lines.map(PAUSE::matcher)
                    .filter(Matcher::find)
                    .map(pause -> new Heap(Integer.parseInt(pause.group(1)), Integer.parseInt(pause.group(2))))
                    .reduce(new Heap(0, 0), Heap::orMore);
        }
    }
}

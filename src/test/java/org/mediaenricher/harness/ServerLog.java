package org.mediaenricher.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a server wrote to its log since this was made. */
public final class ServerLog {
    private static final Pattern FRAME = Pattern.compile("\\s+at [\\w.$/<>@]+\\(.*");
    private static final Pattern ERROR = Pattern.compile("\\S+( \\S+)? (ERROR|FATAL) .*");

    private final Path file;
    private final long from;

    ServerLog(Path file) {
        this.file = file;
        this.from = size(file);
    }

    /** The file. */
    public Path file() {
        return file;
    }

    /** The lines written so far. */
    public List<String> lines() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            byte[] all = Files.readAllBytes(file);
            int start = (int) Math.min(from, all.length);
            return new String(all, start, all.length - start, StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last lines, to tell why a server did not start. */
    public String tail(int count) {
        List<String> lines = lines();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - count), lines.size()));
    }

    /** For each stack trace, the line it hangs on. */
    public List<String> stackTraces() {
        List<String> heads = new ArrayList<>();
        boolean within = false;
        String before = "";
        for (String line : lines()) {
            boolean frame = FRAME.matcher(line).matches();
            if (frame && !within) {
                heads.add(before);
            }
            within = frame;
            before = line;
        }
        return heads;
    }

    /** The lines of level ERROR and above. */
    public List<String> errors() {
        return lines().stream().filter(line -> ERROR.matcher(line).matches()).toList();
    }

    private static long size(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

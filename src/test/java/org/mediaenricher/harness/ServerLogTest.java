package org.mediaenricher.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerLogTest {
    private static final String TRACE = """
            2026-11-21 11:36:13,483 WARN  [org.example] (main) it hurts: java.io.IOException: no
            \tat java.base/java.io.File.read(File.java:1)
            \tat org.example@1.0//org.example.Reader.lambda$read$0(Reader.java:7)
            Caused by: java.lang.Error
            \tat org.example.Writer.<init>(Writer.java:2)
            2026-11-21 11:36:14,000 ERROR [org.example] (main) meet me at noon (sharp)
            2026-11-21 11:36:15,000 INFO  [org.example] (main) all well
            """;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void an_earlier_start_wrote_a_trace_too() throws IOException {
        file = Files.writeString(folder.resolve("server.log"), TRACE);
    }

    @Test
    void sees_only_what_came_after_it_was_made() throws IOException {
        ServerLog log = new ServerLog(file);
        assertThat(log.lines()).isEmpty();
        Files.writeString(file, "one\ntwo\nthree\n", StandardOpenOption.APPEND);
        assertThat(log.lines()).containsExactly("one", "two", "three");
        assertThat(log.tail(2)).isEqualTo("two\nthree");
    }

    @Test
    void finds_the_line_each_stack_trace_hangs_on() throws IOException {
        ServerLog log = new ServerLog(file);
        Files.writeString(file, TRACE, StandardOpenOption.APPEND);
        assertThat(log.stackTraces())
                .containsExactly(
                        "2026-11-21 11:36:13,483 WARN  [org.example] (main) it hurts: java.io.IOException: no",
                        "Caused by: java.lang.Error");
    }

    @Test
    void finds_the_errors() throws IOException {
        ServerLog log = new ServerLog(file);
        Files.writeString(file, TRACE, StandardOpenOption.APPEND);
        assertThat(log.errors()).hasSize(1).allMatch(line -> line.contains("noon"));
    }
}

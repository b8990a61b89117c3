package org.mediaenricher.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.mediaenricher.media.container.ContainerReader;

/** Replays files that once broke a metadata reader. */
class HostileCorpusTest {
    private static final long MEMORY = 64 << 20;
    private static final Duration TIME = Duration.ofSeconds(1);

    private final MediaReader reader = new ContainerReader();

    @Test
    void every_hostile_file_ends_in_facts_or_a_coded_reason_within_time_and_memory() throws IOException {
        for (Path file : Corpus.files("hostile")) {
            long start = cpu();
            long allocated = allocated();
            MediaReading reading = read(file);
            assertThat(allocated() - allocated)
                    .as("bytes allocated for " + file)
                    .isLessThan(MEMORY);
            assertThat(Duration.ofNanos(cpu() - start)).as("time for " + file).isLessThan(TIME);
            if (reading instanceof UnreadableMedia unreadable) {
                assertThat(unreadable.code()).as(file.toString()).isNotEqualTo(FailureCode.INTERNAL);
            }
        }
    }

    private MediaReading read(Path file) throws IOException {
        try (FileSource source = new FileSource(file)) {
            MediaReading reading = reader.read(source);
            if (reading instanceof MediaFacts facts) {
                assertThat(FactsJson.text(facts)).isNotEmpty();
            }
            return reading;
        }
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long allocated() {
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    }
}

package org.mediaenricher.media;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Replays files that once broke a metadata reader. */
class HostileCorpusTest {
    @Test
    void every_hostile_file_ends_in_facts_or_a_coded_reason_within_time_and_memory() throws IOException {
        for (Path file : Corpus.files("hostile")) {
            try (FileSource source = new FileSource(file)) {
                BoundedReading.of(source, file.toString());
            }
        }
    }
}

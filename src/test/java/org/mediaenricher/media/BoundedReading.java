package org.mediaenricher.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.mediaenricher.media.container.ContainerReader;

/**
 * What every object, however hostile, is owed: facts that are JSON, or a coded reason that is not {@code
 * internal}, within a second of processor time and 64 MB of allocations.
 */
public final class BoundedReading {
    private static final long MEMORY = 64 << 20;
    private static final Duration TIME = Duration.ofSeconds(1);
    private static final MediaReader READER = new ContainerReader();
    private static final JsonFactory JSON = new JsonFactory();
    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    private BoundedReading() {}

    /** Reads bytes and holds the reading to its bounds. */
    public static MediaReading of(byte[] bytes) {
        return of(new BytesSource(bytes), "the bytes");
    }

    /** Reads an object and holds the reading to its bounds; the name tells which object broke them. */
    public static MediaReading of(RangedSource source, String name) {
        Priced priced = Priced.reading(source);
        if (!priced.isCheap()) {
            priced = Priced.reading(source); // the first one paid for loading classes
        }
        assertThat(priced.bytes()).as("bytes allocated for " + name).isLessThan(MEMORY);
        assertThat(priced.time()).as("time for " + name).isLessThan(TIME);
        assertThat(isStorable(priced.text())).as("facts of " + name).isTrue();
        assertCoded(priced.reading(), name);
        return priced.reading();
    }

    private static void assertCoded(MediaReading reading, String name) {
        if (reading instanceof UnreadableMedia unreadable) {
            assertThat(unreadable.code())
                    .as(name + ": " + unreadable.sentence())
                    .isNotEqualTo(FailureCode.INTERNAL);
            assertThat(unreadable.sentence()).as(name).isNotBlank().doesNotContain("\n");
        } else if (reading instanceof MediaFacts facts) {
            assertThat(facts.tags()).as("tags of " + name).doesNotContainNull();
        }
    }

    /** As {@code jsonb} takes it: well-formed, and without the one character PostgreSQL does not store. */
    private static boolean isStorable(String json) {
        try (JsonParser parser = JSON.createParser(json)) {
            boolean storable = true;
            while (parser.nextToken() != null) {
                storable &= parser.getText().indexOf(0) < 0;
            }
            return storable;
        } catch (IOException e) {
            throw new AssertionError(json, e);
        }
    }

    private record Priced(MediaReading reading, String text, long bytes, Duration time) {
        static Priced reading(RangedSource source) {
            long allocated = THREADS.getCurrentThreadAllocatedBytes();
            long began = THREADS.getCurrentThreadCpuTime();
            MediaReading reading = READER.read(source);
            String text = reading instanceof MediaFacts facts ? FactsJson.text(facts) : "{}";
            Duration time = Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - began);
            return new Priced(reading, text, THREADS.getCurrentThreadAllocatedBytes() - allocated, time);
        }

        boolean isCheap() {
            return bytes < MEMORY && time.compareTo(TIME) < 0;
        }
    }
}

package org.mediaenricher.bench;

import org.mediaenricher.media.BytesSource;
import org.mediaenricher.media.MediaReader;
import org.mediaenricher.media.MediaReading;
import org.mediaenricher.media.container.ContainerReader;
import org.mediaenricher.media.container.Specimens;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What JMH measures: one reading of a small file in memory, without its JSON. */
@State(Scope.Benchmark)
public class ReaderSpeed {
    /** The format, as {@link Specimens} names it. */
    @Param({"jpeg", "png", "heic", "mp4", "webm", "mp3"})
    public String format;

    private final MediaReader reader = new ContainerReader();
    private BytesSource file;

    /** Makes the file. */
    @Setup
    public void make() {
        file = new BytesSource(Specimens.of(format));
    }

    /** Reads it. */
    @Benchmark
    public MediaReading reading() {
        return reader.read(file);
    }
}

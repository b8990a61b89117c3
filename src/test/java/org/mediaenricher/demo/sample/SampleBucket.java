package org.mediaenricher.demo.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A small bucket of photos, drawings, clips and music, made on the spot; the same bytes each time. Two
 * files are broken on purpose.
 */
public final class SampleBucket {
    private static final List<Sample> SAMPLES = Stream.of(
                    Photos.all(), Drawings.all(), Clips.all(), Music.all(), BrokenFiles.all())
            .flatMap(List::stream)
            .toList();

    private SampleBucket() {}

    /** What each file is expected to be, in the order of the catalogue; paths are unique. */
    public static List<SampleFile> files() {
        return SAMPLES.stream().map(Sample::file).toList();
    }

    /**
     * Writes what is missing or different and leaves the rest untouched, so a second run sees the same
     * modification times. Other files in the folder stay.
     *
     * @param folder made when absent
     * @throws UncheckedIOException when it cannot be written
     */
    public static void fill(Path folder) {
        SAMPLES.parallelStream()
                .forEach(sample -> put(folder.resolve(sample.file().path()), sample));
    }

    private static void put(Path target, Sample sample) {
        try {
            byte[] bytes = sample.bytes().get();
            if (Files.exists(target) && Arrays.equals(Files.readAllBytes(target), bytes)) {
                return;
            }
            Files.createDirectories(target.getParent());
            Files.write(target, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.mediaenricher.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mediaenricher.demo.sample.SampleBucket;
import org.mediaenricher.harness.Sandbox;

/** The bucket of the demo: a sample made on the spot, or a folder of the user's, read where it is. */
final class DemoBucket {
    private static final String SAMPLE = "sample";
    private static final int LONGEST_NAME = 60;

    private DemoBucket() {}

    /** Makes the bucket and answers its name. */
    static String furnish(Sandbox sandbox, DemoOptions options) {
        if (options.folder().isPresent()) {
            return link(sandbox, options.folder().get());
        }
        SampleBucket.fill(sandbox.bucket(SAMPLE));
        return SAMPLE;
    }

    private static String link(Sandbox sandbox, Path folder) {
        String base = nameFor(folder);
        String name = Stream.concat(
                        Stream.of(base), IntStream.iterate(2, n -> n + 1).mapToObj(n -> base + "-" + n))
                .filter(candidate -> !candidate.equals(SAMPLE))
                .filter(candidate -> isFreeFor(folder, sandbox.storeRoot().resolve(candidate)))
                .findFirst()
                .orElseThrow();
        sandbox.bucketAt(name, folder);
        return name;
    }

    /** A bucket's name made of the folder's: letters, digits, dot, hyphen and underscore, a letter or digit first. */
    static String nameFor(Path folder) {
        Path last = folder.getFileName();
        String name = (last == null ? "" : last.toString())
                .replaceAll("[^A-Za-z0-9._-]+", "-")
                .replaceAll("^[^A-Za-z0-9]+", "");
        return name.isEmpty() ? "bucket" : name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    private static boolean isFreeFor(Path folder, Path link) {
        try {
            return !Files.exists(link, LinkOption.NOFOLLOW_LINKS)
                    || Files.isSymbolicLink(link)
                            && Files.readSymbolicLink(link).equals(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

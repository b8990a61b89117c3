package org.mediaenricher.media.derive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * What a decoder's process is made of, laid out in a folder: its classes, and its libraries unpacked, for the process
 * itself may not write a file.
 */
final class DecoderKit implements AutoCloseable {
    private static final List<String> CLASSES =
            List.of("picture-decoder.jar", "javacpp.jar", "openblas.jar", "opencv.jar", "ffmpeg.jar");
    private static final String LIBRARIES = "native-libraries.jar";
    private static final String RESOURCES = "/decoder/";

    private final Path folder;

    private DecoderKit(Path folder) {
        this.folder = folder;
    }

    /**
     * Lays everything out in a new folder.
     *
     * @throws IOException when the disk does not take it, or the application was built without a part
     */
    static DecoderKit unpack() throws IOException {
        DecoderKit kit = new DecoderKit(folder());
        Files.createDirectory(kit.libraries());
        Files.createDirectory(kit.emptyFolder());
        for (String jar : CLASSES) {
            try (InputStream content = resource(jar)) {
                Files.copy(content, kit.folder.resolve(jar));
            }
        }
        kit.unpackLibraries();
        return kit;
    }

    /** A server has one folder, emptied at each start: what was killed could not clear up. */
    private static Path folder() throws IOException {
        String server = System.getProperty("jboss.server.temp.dir");
        if (server == null) {
            return Files.createTempDirectory("media-enricher-decoder");
        }
        Path folder = Path.of(server, "decoder");
        if (Files.exists(folder)) {
            new DecoderKit(folder).close();
        }
        return Files.createDirectories(folder);
    }

    String classPath() {
        return CLASSES.stream().map(jar -> folder.resolve(jar).toString()).collect(Collectors.joining(":"));
    }

    /** Where the native libraries are. */
    Path libraries() {
        return folder.resolve("lib");
    }

    /** Where the loader of the libraries keeps its links; it would take a folder of the user's otherwise. */
    Path links() {
        return folder.resolve("links");
    }

    /** Where a process runs; there is nothing in it. */
    Path emptyFolder() {
        return folder.resolve("empty");
    }

    private void unpackLibraries() throws IOException {
        try (ZipInputStream zip = new ZipInputStream(resource(LIBRARIES))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
                if (name.matches(".*\\.(so|dylib|dll|jnilib)[.0-9]*")) {
                    Files.copy(zip, libraries().resolve(name), StandardCopyOption.REPLACE_EXISTING);
                    nameTwice(name);
                }
            }
        }
    }

    /** OpenBLAS is one library under two names, and a process that may write nothing cannot give it the second. */
    private void nameTwice(String name) throws IOException {
        if (name.startsWith("libopenblas.")) {
            String second = name.replace("libopenblas.", "libopenblas_nolapack.");
            Files.createSymbolicLink(libraries().resolve(second), Path.of(name));
        }
    }

    private static InputStream resource(String name) throws IOException {
        InputStream content = DecoderKit.class.getResourceAsStream(RESOURCES + name);
        if (content == null) {
            throw new IOException("the application was built without " + name);
        }
        return content;
    }

    /** Removes the folder. */
    @Override
    public void close() throws IOException {
        try (var tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        }
    }
}

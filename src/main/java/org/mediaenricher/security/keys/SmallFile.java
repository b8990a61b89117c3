package org.mediaenricher.security.keys;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Reads the file a setting names, of the size keys have. */
final class SmallFile {
    static final int LARGEST = 512 * 1024;

    private SmallFile() {}

    static String text(String path) throws UnusableKeys {
        try (InputStream file = Files.newInputStream(Path.of(path))) {
            byte[] bytes = file.readNBytes(LARGEST + 1);
            if (bytes.length <= LARGEST) {
                return new String(bytes, StandardCharsets.UTF_8);
            }
        } catch (IOException | InvalidPathException unreadable) {
            throw UnusableKeys.wrong("is not the path of a readable file");
        }
        throw UnusableKeys.wrong("is a file of more than 512 KiB");
    }
}

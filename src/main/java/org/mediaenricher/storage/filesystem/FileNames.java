package org.mediaenricher.storage.filesystem;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * File names as UTF-8, whatever the locale. Java spells names in the locale's charset, and under
 * {@code LANG=C} cannot even name a file with an umlaut; a {@code file:} URI carries the plain bytes.
 */
final class FileNames {
    /** The most bytes between two slashes on the usual filesystems (NAME_MAX). */
    static final int LONGEST = 255;

    private static final boolean UTF_8_LOCALE = "UTF-8".equalsIgnoreCase(System.getProperty("sun.jnu.encoding"));
    private static final char REPLACEMENT = '\uFFFD';

    private FileNames() {}

    /** The last name of a path, empty when its bytes are no UTF-8, so that no key can spell it. */
    static Optional<String> last(Path path) {
        String name = path.getFileName().toString();
        if (UTF_8_LOCALE && name.indexOf(REPLACEMENT) < 0 || isAscii(name)) {
            return Optional.of(name);
        }
        String address = path.toUri().getRawPath();
        String end = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
        return decoded(end.substring(end.lastIndexOf('/') + 1));
    }

    /** The file of that name, or path of names, below a folder. */
    static Path below(Path folder, String names) {
        if (UTF_8_LOCALE || isAscii(names)) {
            return folder.resolve(names);
        }
        String encoded = URLEncoder.encode(names, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/");
        String base = folder.toUri().toString();
        return Path.of(URI.create(base + (base.endsWith("/") ? "" : "/") + encoded));
    }

    /** Whether a text can name a file in a folder, and nothing else. */
    static boolean isName(String text) {
        return !text.isEmpty()
                && text.indexOf('/') < 0
                && !text.equals(".")
                && !text.equals("..")
                && (text.length() * 3 <= LONGEST || text.getBytes(StandardCharsets.UTF_8).length <= LONGEST);
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    private static Optional<String> decoded(String percentEncoded) {
        ByteBuffer bytes = ByteBuffer.allocate(percentEncoded.length());
        for (int i = 0; i < percentEncoded.length(); i++) {
            char c = percentEncoded.charAt(i);
            if (c == '%') {
                bytes.put((byte) Integer.parseInt(percentEncoded, i + 1, i + 3, 16));
                i += 2;
            } else {
                bytes.put((byte) c);
            }
        }
        try {
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString());
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }
}

package org.mediaenricher.storage.filesystem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mediaenricher.storage.ListQuery;
import org.mediaenricher.storage.ObjectKey;
import org.mediaenricher.storage.ObjectStore;
import org.mediaenricher.storage.StoredObject;

class FileNamesTest {
    @TempDir
    Path root;

    @ParameterizedTest
    @ValueSource(strings = {"C", "C.UTF-8"})
    void spells_names_in_utf_8_whatever_the_locale(String locale) throws Exception {
        Files.createDirectory(root.resolve("photos"));
        ProcessBuilder child = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                InOtherLocale.class.getName(),
                root.toString());
        child.environment().put("LC_ALL", locale);
        Process process = child.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(said.strip()).endsWith("same");
        assertThat(Files.readString(root.resolve("photos/\u00fcml\u00e4ut/\uD83D\uDE00 %.jpg")))
                .isEqualTo("x");
    }

    @Test
    void leaves_out_a_name_that_is_no_utf_8() throws IOException {
        Path latin1 = Path.of(URI.create(root.toUri() + "caf%E9.jpg"));
        Files.createFile(latin1);
        assertThat(FileNames.last(latin1)).isEmpty();
        assertThat(FileNames.last(root.resolve("caf\u00e9.jpg"))).contains("caf\u00e9.jpg");
    }

    /** Puts, lists and reads one object, in a process whose locale the test has chosen. */
    static final class InOtherLocale {
        private InOtherLocale() {}

        public static void main(String[] arguments) throws IOException {
            String path = "\u00fcml\u00e4ut/\uD83D\uDE00 %.jpg";
            try (ObjectStore store = new FilesystemObjectStore(Path.of(arguments[0]))) {
                store.put(new ObjectKey("photos", path), new ByteArrayInputStream(new byte[] {'x'}), 1);
                StoredObject listed =
                        store.list("photos", ListQuery.all()).objects().get(0);
                int read = store.open("photos", listed).read(0, new byte[1], 0, 1);
                System.out.println(listed.path().equals(path) && read == 1 ? "same" : "other");
            }
        }
    }
}

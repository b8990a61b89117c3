package org.mediaenricher.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The passwords of an embedded database: made once, kept in a file that only this user may read, never
 * printed.
 *
 * @param superuser of {@code postgres}
 * @param owner of the role that owns database and schema
 * @param login of the role the server logs in with
 */
record DatabasePasswords(String superuser, String owner, String login) {
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Those in the given file, made anew when it is not there. The file is one that {@code psql} takes. */
    static DatabasePasswords in(Path file) {
        if (!Files.exists(file)) {
            Folders.writeSecret(
                    file,
                    Stream.of("postgres", EmbeddedDatabase.OWNER, EmbeddedDatabase.LOGIN)
                            .map(role -> "*:*:*:" + role + ":" + generate() + "\n")
                            .collect(Collectors.joining()));
        }
        try {
            List<String> passwords = Files.readAllLines(file).stream()
                    .map(line -> line.substring(line.lastIndexOf(':') + 1))
                    .toList();
            return new DatabasePasswords(passwords.get(0), passwords.get(1), passwords.get(2));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String generate() {
        byte[] bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "(passwords)";
    }
}

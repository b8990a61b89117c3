package org.mediaenricher.harness;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

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

    /** Those in the given file, made anew when it is not there. */
    static DatabasePasswords in(Path file) {
        if (!Files.exists(file)) {
            Folders.writeSecret(
                    file, "superuser=" + generate() + "\nowner=" + generate() + "\nlogin=" + generate() + "\n");
        }
        Properties read = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            read.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new DatabasePasswords(
                read.getProperty("superuser"), read.getProperty("owner"), read.getProperty("login"));
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

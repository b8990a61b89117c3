package org.mediaenricher.security;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Salted and slow hashes of passwords: PBKDF2 (RFC 8018 section 5.2) with HMAC-SHA-256 and 600,000 rounds, as OWASP's
 * Password Storage Cheat Sheet asks. A hash tells its rounds, so that more may be asked for later.
 */
final class Passwords {
    /** OWASP ASVS 5.0, 6.2.1. */
    static final int SHORTEST = 12;

    static final int LONGEST = 128;

    private static final String ALGORITHM = "PBKDF2WithHmacSHA256";
    private static final String PREFIX = "pbkdf2-sha256";
    private static final int ROUNDS = 600_000;
    private static final int BYTES_OF_SALT = 16;
    private static final int BYTES_OF_HASH = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Of a password nobody has: checking it takes as long as checking one that somebody has. */
    private static final String NOBODY_S = hash(generate());

    private Passwords() {}

    /** A new one of 22 characters, 128 random bits. */
    static String generate() {
        return encoded(random(BYTES_OF_SALT));
    }

    /** What is kept of a password. */
    static String hash(String password) {
        byte[] salt = random(BYTES_OF_SALT);
        return String.join("$", PREFIX, String.valueOf(ROUNDS), encoded(salt), encoded(derive(password, salt, ROUNDS)));
    }

    /** Whether it is the password a hash was made of. */
    static boolean matches(String password, String hash) {
        String[] parts = hash.split("\\$");
        byte[] salt = Base64.getUrlDecoder().decode(parts[2]);
        byte[] expected = Base64.getUrlDecoder().decode(parts[3]);
        return MessageDigest.isEqual(expected, derive(password, salt, Integer.parseInt(parts[1])));
    }

    /** As slow as the truth, so that nobody learns by a clock which names there are. */
    static void matchNobody(String password) {
        matches(password, NOBODY_S);
    }

    private static byte[] derive(String password, byte[] salt, int rounds) {
        PBEKeySpec key = new PBEKeySpec(password.toCharArray(), salt, rounds, BYTES_OF_HASH * Byte.SIZE);
        try {
            return SecretKeyFactory.getInstance(ALGORITHM).generateSecret(key).getEncoded();
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        } finally {
            key.clearPassword();
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

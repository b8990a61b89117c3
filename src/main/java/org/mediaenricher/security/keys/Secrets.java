package org.mediaenricher.security.keys;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which shared secrets are none: too short, or known to everybody who can read documentation. */
final class Secrets {
    /** RFC 7518 section 3.2: as long as the hash, or longer. */
    private static final int SHORTEST = 32;

    private static final int FEWEST_DIFFERENT = 8;

    /** From the documentation of Supabase, jwt.io and RFC 7515 appendix A.1, and what people write to replace it later. */
    private static final List<String> KNOWN = List.of(
            "super-secret-jwt-token-with-at-least-32-characters",
            "your-super-secret",
            "a-string-secret-at-least-256-bits-long",
            "your-256-bit-secret",
            "your-384-bit-secret",
            "your-512-bit-secret",
            "aym1sysppbydfgzld3umj1qzkobwvmkoqq-estjqlr_t-1qs0gzh75aktmn3yj0ips4hcguutwjazzr1z9caow",
            "0123456789abcdef",
            "abcdefghijklmnopqrstuvwxyz",
            "1234567890123456",
            "changeme",
            "change-me",
            "change_me",
            "replace-me",
            "replace_me",
            "your-secret",
            "your_secret",
            "mysecretkey",
            "my-secret-key",
            "secretkeysecretkey",
            "passwordpassword");

    /** Up to ten characters, again and again. */
    private static final Pattern REPEATED = Pattern.compile("(.{1,10}?)\\1{2,}.{0,9}", Pattern.DOTALL);

    private Secrets() {}

    /** What is wrong with it, empty for a secret that may be used. */
    static Optional<String> fault(byte[] secret) {
        if (secret.length < SHORTEST) {
            return Optional.of("must have at least 32 bytes (RFC 7518 section 3.2); make one: openssl rand -base64 48");
        }
        return isWellKnown(secret)
                ? Optional.of("is a well-known or repetitive text; make one: openssl rand -base64 48")
                : Optional.empty();
    }

    private static boolean isWellKnown(byte[] secret) {
        String text = new String(secret, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        String encoded =
                Base64.getUrlEncoder().withoutPadding().encodeToString(secret).toLowerCase(Locale.ROOT);
        return KNOWN.stream().anyMatch(known -> text.contains(known) || encoded.equals(known))
                || text.chars().distinct().count() < FEWEST_DIFFERENT
                || REPEATED.matcher(text).matches();
    }
}

package org.mediaenricher.security;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.mediaenricher.tenancy.TenantId;

/**
 * What the browser of somebody who is signed in keeps in its cookie: a tenant, and 256 random bits. It has no third
 * part, so it is no token of any issuer.
 *
 * @param tenant whose rows the session is among
 * @param random 43 characters of base64url
 */
public record SessionSecret(TenantId tenant, String random) {
    private static final Pattern FORM = Pattern.compile("([0-9a-f-]{36})\\.([A-Za-z0-9_-]{43})");
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static SessionSecret generate(TenantId tenant) {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new SessionSecret(tenant, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The secret a cookie holds, empty when it holds something else. */
    static Optional<SessionSecret> of(String cookie) {
        Matcher form = FORM.matcher(cookie);
        try {
            return form.matches()
                    ? Optional.of(new SessionSecret(TenantId.of(form.group(1)), form.group(2)))
                    : Optional.empty();
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    /** As the cookie holds it. */
    String text() {
        return tenant + "." + random;
    }

    /** What the database knows of it. */
    String hash() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(random.getBytes(US_ASCII)));
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    /** What each form of this session brings along, for another site cannot know it. */
    public String formToken() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(random.getBytes(US_ASCII), "HmacSHA256"));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal("console form".getBytes(US_ASCII)));
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    @Override
    public String toString() {
        return "session of tenant " + tenant;
    }
}

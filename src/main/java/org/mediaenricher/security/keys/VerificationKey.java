package org.mediaenricher.security.keys;

import java.security.Key;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.jose4j.keys.HmacKey;

/**
 * A key, and the one algorithm it may verify (RFC 8725 section 3.1).
 *
 * @param algorithm a word of {@link Algorithms}
 * @param kid the key's name in tokens, empty for a key that was given without one
 */
public record VerificationKey(String algorithm, Optional<String> kid, Key key) {
    private static final int BYTES_OF_FINGERPRINT = 8;

    /** Tells this key from others and does not give it away: 16 hexadecimal digits. */
    public String fingerprint() {
        byte[] digest = sha256().digest(key.getEncoded());
        return HexFormat.of().formatHex(digest, 0, BYTES_OF_FINGERPRINT);
    }

    boolean isSecret() {
        return key instanceof HmacKey;
    }

    @Override
    public String toString() {
        return algorithm + kid.map(name -> " key " + name).orElse(" key without kid");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}

package org.mediaenricher.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.PublicKey;
import java.security.spec.InvalidKeySpecException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.keys.HmacKey;
import org.jose4j.keys.RsaKeyUtil;
import org.jose4j.lang.JoseException;
import org.mediaenricher.problems.Settings;
import org.mediaenricher.problems.StartCheck;

/**
 * Whose tokens are taken: {@code mediaenricher.security.*}. {@code jwt-public-key} is an RSA public key in PEM, or
 * the path of a file that holds it (RS256); {@code jwt-secret} is a shared secret of at least 32 bytes (HS256). One
 * of them at least must be set; each key is good for its own algorithm alone. {@code issuer} and {@code audience} are
 * checked when set.
 */
@ApplicationScoped
public class SecuritySettings implements StartCheck {
    private static final String PREFIX = "mediaenricher.security.";
    private static final int SHORTEST_SECRET = 32;

    /** A key, and the one algorithm it may verify (RFC 8725 section 3.1). */
    record VerificationKey(String algorithm, Key key) {}

    private List<VerificationKey> keys = List.of();
    private String issuer = "";
    private String audience = "";

    /** For the container's proxy only. */
    SecuritySettings() {}

    /**
     * @throws org.mediaenricher.problems.BadSetting when no usable key is configured
     */
    @Inject
    public SecuritySettings(Config config) {
        Settings settings = new Settings(config, PREFIX);
        issuer = settings.text("issuer", "");
        audience = settings.text("audience", "");
        List<VerificationKey> configured = new ArrayList<>();
        publicKey(settings).ifPresent(configured::add);
        secret(settings).ifPresent(configured::add);
        if (configured.isEmpty()) {
            throw settings.bad("jwt-public-key", "is needed, or else jwt-secret: whose tokens should be taken?");
        }
        keys = List.copyOf(configured);
    }

    /** Reading them was the check. */
    @Override
    public void check() {}

    List<VerificationKey> keys() {
        return keys;
    }

    /** Whose {@code iss} is demanded, empty for anyone's. */
    Optional<String> issuer() {
        return Optional.of(issuer).filter(text -> !text.isEmpty());
    }

    /** Which {@code aud} is demanded, empty for any. */
    Optional<String> audience() {
        return Optional.of(audience).filter(text -> !text.isEmpty());
    }

    private static Optional<VerificationKey> publicKey(Settings settings) {
        String given = settings.text("jwt-public-key", "");
        if (given.isEmpty()) {
            return Optional.empty();
        }
        try {
            String pem = given.startsWith("-----") ? given : Files.readString(Path.of(given));
            PublicKey key = new RsaKeyUtil().fromPemEncoded(pem);
            return Optional.of(new VerificationKey(AlgorithmIdentifiers.RSA_USING_SHA256, key));
        } catch (IOException | JoseException | InvalidKeySpecException | RuntimeException unusable) {
            throw settings.bad(
                    "jwt-public-key", "must be an RSA public key in PEM, or the path of a readable file with one");
        }
    }

    private static Optional<VerificationKey> secret(Settings settings) {
        byte[] secret = settings.text("jwt-secret", "").getBytes(StandardCharsets.UTF_8);
        if (secret.length == 0) {
            return Optional.empty();
        }
        if (secret.length < SHORTEST_SECRET) {
            throw settings.bad("jwt-secret", "must have at least 32 bytes (RFC 7518 section 3.2)");
        }
        return Optional.of(new VerificationKey(AlgorithmIdentifiers.HMAC_SHA256, new HmacKey(secret)));
    }
}

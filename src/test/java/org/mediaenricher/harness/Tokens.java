package org.mediaenricher.harness;

import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** Signs tokens as Supabase Auth does: who, since when, until when, and in {@code app_metadata} for whom. */
public final class Tokens {
    private final Keys keys;
    private final String issuer;

    /**
     * @param issuer what {@code mediaenricher.security.issuer} of the server says
     */
    public Tokens(Keys keys, String issuer) {
        this.keys = keys;
        this.issuer = issuer;
    }

    /** A token for one user of a tenant, with the given right ({@code viewer}, {@code operator}, {@code admin}), for an hour. */
    public Draft user(UUID tenant, String userRole) {
        Draft draft = new Draft();
        draft.claim("app_metadata", Map.of("tenant_id", tenant.toString(), "user_role", userRole));
        return draft.claim("email", userRole + "@example.org");
    }

    /** Claims not yet signed; {@link #user} fills in what an honest issuer would. */
    public final class Draft {
        private final Map<String, Object> claims = new LinkedHashMap<>();

        private Draft() {
            claim("iss", issuer).claim("sub", UUID.randomUUID().toString());
            claim("aud", "authenticated").claim("role", "authenticated");
            validFor(Duration.ofHours(1));
        }

        /** Sets a claim, whatever it was before; a null takes it away. */
        public Draft claim(String name, Object value) {
            claims.put(name, value);
            claims.values().removeIf(Objects::isNull);
            return this;
        }

        /** Valid from now on; a negative span has passed already. */
        public Draft validFor(Duration span) {
            Instant now = Instant.now();
            claim("iat", now.getEpochSecond());
            return claim("exp", now.plus(span).getEpochSecond());
        }

        /** The token, RS256, without a {@code kid}. */
        public String sign() {
            return sign(Map.of("typ", "JWT", "alg", "RS256"), keys.privateKey());
        }

        /** The token, HS256, without a {@code kid}. */
        public String signWithSecret() {
            byte[] secret = keys.secret().getBytes(StandardCharsets.UTF_8);
            return sign(Map.of("typ", "JWT", "alg", "HS256"), new SecretKeySpec(secret, "HmacSHA256"));
        }

        /** The token, ES256, with its {@code kid}. */
        public String signWithCurve() {
            return sign(Map.of("typ", "JWT", "alg", "ES256", "kid", Keys.KID), keys.curveKey());
        }

        /** The token, RS256, with further members of the header, whatever they are. */
        public String signWithHeader(Map<String, ?> more) {
            Map<String, Object> header = new LinkedHashMap<>(Map.of("typ", "JWT", "alg", "RS256"));
            header.putAll(more);
            return sign(header, keys.privateKey());
        }

        /**
         * The token, signed with any key.
         *
         * @param header all of it; {@code alg} must be there
         */
        public String sign(Map<String, ?> header, Key key) {
            return signed(header, key, json());
        }

        /** The claims as JSON. */
        public String json() {
            JwtClaims payload = new JwtClaims();
            claims.forEach(payload::setClaim);
            return payload.toJson();
        }
    }

    /** A good signature, RS256, over any text. */
    public String signText(String payload) {
        return signed(Map.of("alg", "RS256"), keys.privateKey(), payload);
    }

    private static String signed(Map<String, ?> header, Key key, String payload) {
        JsonWebSignature signature = new JsonWebSignature();
        header.forEach(signature.getHeaders()::setObjectHeaderValue);
        signature.setDoKeyValidation(false);
        signature.setKey(key);
        signature.setPayload(payload);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}

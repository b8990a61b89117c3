package org.mediaenricher.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.RsaJsonWebKey;
import org.mediaenricher.harness.Keys;
import org.mediaenricher.harness.Tenant;
import org.mediaenricher.harness.Testbed;
import org.mediaenricher.harness.Tokens;

/** Tokens that must open nothing, each by its trick; after RFC 8725 section 2 and what is known to have worked elsewhere. */
final class ForgedTokens {
    private final Tenant tenant;
    private final String[] honest;
    private final KeyPair foreign = pair("RSA");
    private final KeyPair foreignCurve = pair("EC");
    private final Map<String, String> tokens = new LinkedHashMap<>();

    ForgedTokens(Tenant tenant) {
        this.tenant = tenant;
        this.honest = tenant.token("admin").sign().split("\\.");
    }

    /** All of them, by what is wrong. */
    Map<String, String> all() {
        unsigned();
        confusedKeys();
        foreignKeys();
        headers();
        spoiltParts();
        times();
        otherClaims();
        return tokens;
    }

    private void unsigned() {
        for (String none : List.of("none", "None", "NONE", "nOnE", "none ", "", "null", "HS1", "RS1")) {
            put("alg " + none, header("alg", none) + "." + honest[1] + ".");
            put("alg " + none + " with a signature", header("alg", none) + "." + honest[1] + "." + honest[2]);
        }
        put("no alg", base64("{\"typ\":\"JWT\"}") + "." + honest[1] + "." + honest[2]);
        put("alg twice", base64("{\"alg\":\"none\",\"alg\":\"RS256\"}") + "." + honest[1] + "." + honest[2]);
        put("alg a list", base64("{\"alg\":[\"RS256\"]}") + "." + honest[1] + "." + honest[2]);
    }

    private void confusedKeys() {
        String pem = publicPem();
        byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        hmac("the public PEM as secret", Map.of(), pem.getBytes(UTF_8));
        hmac("the public PEM, stripped, as secret", Map.of(), pem.strip().getBytes(UTF_8));
        hmac("the public key's DER as secret", Map.of(), der);
        hmac("the public key's base64 as secret", Map.of(), Base64.getEncoder().encode(der));
        hmac("the JWKS as secret", Map.of("kid", Keys.KID), jwks().getBytes(UTF_8));
        hmac("an empty secret", Map.of(), new byte[] {0});
        hmac("a secret everybody knows", Map.of(), "your-256-bit-secret-your-256-bit-secret".getBytes(UTF_8));
        put("RS256 under the kid of the ES256 key", draft().signWithHeader(Map.of("kid", Keys.KID, "alg", "RS512")));
        put("another RSA algorithm", draft().signWithHeader(Map.of("alg", "RS384")));
        put("RSA-PSS with the same key", draft().signWithHeader(Map.of("alg", "PS256")));
    }

    private void foreignKeys() {
        Map<String, Object> jwk =
                new RsaJsonWebKey((RSAPublicKey) foreign.getPublic()).toParams(OutputControlLevel.PUBLIC_ONLY);
        for (Map<String, ?> trick : List.<Map<String, ?>>of(
                Map.of(),
                Map.of("jwk", jwk),
                Map.of("jku", "http://localhost:1/jwks"),
                Map.of("x5u", "http://localhost:1/cert"),
                Map.of("x5c", List.of("MIIB")),
                Map.of("kid", "unknown"),
                Map.of("kid", Keys.KID))) {
            Map<String, Object> header = new LinkedHashMap<>(Map.of("alg", "RS256"));
            header.putAll(trick);
            put("a foreign key with " + trick.keySet(), draft().sign(header, foreign.getPrivate()));
        }
        put(
                "a foreign curve key under the kid",
                draft().sign(Map.of("alg", "ES256", "kid", Keys.KID), foreignCurve.getPrivate()));
        put("a signature of zeros (ES256)", header("alg", "ES256") + "." + honest[1] + "." + base64(new byte[64]));
    }

    private void headers() {
        for (String kid : List.of(
                "../../../../dev/null",
                "/dev/null",
                "file:///etc/passwd",
                "x' union select 'a' --",
                "http://localhost:1")) {
            put("kid " + kid, draft().signWithHeader(Map.of("kid", kid)));
            hmac("kid " + kid + " with an empty secret", Map.of("kid", kid), new byte[] {0});
        }
        put("kid a number", draft().signWithHeader(Map.of("kid", 1)));
        put("an unknown crit", draft().signWithHeader(Map.of("crit", List.of("x"), "x", 1)));
        put("an honest signature with jku", draft().signWithHeader(Map.of("jku", "http://localhost:1")));
        put("typ of a logout token", draft().signWithHeader(Map.of("typ", "logout+jwt")));
    }

    private void spoiltParts() {
        String payload = base64(draft().claim("sub", "somebody else").json());
        put("another payload", honest[0] + "." + payload + "." + honest[2]);
        put("no signature", honest[0] + "." + honest[1] + ".");
        put("two parts", honest[0] + "." + honest[1]);
        put("four parts", String.join(".", honest) + ".x");
        put("five parts", "a.b.c.d.e");
        put("an encrypted token", base64("{\"alg\":\"dir\",\"enc\":\"A128GCM\"}") + "..a.b.c");
        put("not base64", "%%%." + honest[1] + "." + honest[2]);
        put("a bit of the signature", honest[0] + "." + honest[1] + "." + flipped(honest[2]));
        put("a payload that is a list", signed("[]"));
        put("a payload that is a text", signed("\"x\""));
        put("a payload that is no JSON", signed("{"));
        put("an empty payload", signed(""));
        put("a claim twice", signed("{\"exp\":1,\"exp\":4000000000}"));
        put("20 kB", String.join(".", honest) + "A".repeat(20_000));
    }

    private void times() {
        long now = Instant.now().getEpochSecond();
        put("no exp", draft().claim("exp", null).sign());
        put("exp a text", draft().claim("exp", String.valueOf(now + 3600)).sign());
        put("exp a list", draft().claim("exp", List.of(now + 3600)).sign());
        put("exp true", draft().claim("exp", true).sign());
        put("exp zero", draft().claim("exp", 0).sign());
        put("exp negative", draft().claim("exp", -1).sign());
        put("expired 31 s ago", draft().claim("exp", now - 31).sign());
        put("not before an hour from now", draft().claim("nbf", now + 3600).sign());
        put("nbf a text", draft().claim("nbf", "now").sign());
        put("issued tomorrow", draft().claim("iat", now + 86_400).sign());
    }

    private void otherClaims() {
        put("another issuer", draft().claim("iss", "https://evil.example.org").sign());
        put("no issuer", draft().claim("iss", null).sign());
        put("issuers", draft().claim("iss", List.of("https://evil.example.org")).sign());
        put("a subject that is a number", draft().claim("sub", 1).sign());
        put("a subject with a NUL", draft().claim("sub", "a\u0000b").sign());
        put(
                "a subject of 1,000 characters",
                draft().claim("sub", "a".repeat(1000)).sign());
        put("a proof of identity", draft().claim("typ", "ID").sign());
    }

    private Tokens.Draft draft() {
        return tenant.token("admin");
    }

    private void put(String trick, String token) {
        tokens.put(trick, token);
    }

    private void hmac(String trick, Map<String, ?> more, byte[] secret) {
        Map<String, Object> header = new LinkedHashMap<>(Map.of("alg", "HS256"));
        header.putAll(more);
        put(trick, draft().sign(header, new SecretKeySpec(secret, "HmacSHA256")));
    }

    /** A good signature over something that is no set of claims. */
    private String signed(String payload) {
        return Testbed.sandbox().tokens().signText(payload);
    }

    private static String header(String name, String value) {
        return base64("{\"typ\":\"JWT\",\"" + name + "\":\"" + value + "\"}");
    }

    private static String flipped(String signature) {
        return (signature.startsWith("A") ? "B" : "A") + signature.substring(1);
    }

    private static String publicPem() {
        return read(Testbed.sandbox().settings().get("mediaenricher.security.jwt-public-key"));
    }

    private static String jwks() {
        return read(Testbed.sandbox().settings().get("mediaenricher.security.jwks-file"));
    }

    private static String read(String path) {
        try {
            return Files.readString(Path.of(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KeyPair pair(String kind) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
            if (kind.equals("EC")) {
                generator.initialize(new ECGenParameterSpec("secp256r1"));
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(String text) {
        return base64(text.getBytes(UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

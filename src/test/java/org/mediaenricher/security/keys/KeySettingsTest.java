package org.mediaenricher.security.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mediaenricher.problems.BadSetting;
import org.mediaenricher.problems.MapConfig;

/** A deployment whose keys cannot be trusted does not start; the line it ends with names the setting, not the value. */
class KeySettingsTest {
    private static final String GOOD = "kJ8s0Lx2uQ7vT4yR1wZ6nB3mC9dF5gHa";

    @TempDir
    Path folder;

    @Test
    void without_any_key_it_does_not_start() {
        assertRefused("jwt-secret", Map.of());
        assertRefused("jwt-secret", Map.of("jwt-secret", "  "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kJ8s0Lx2uQ7vT4yR1wZ6nB3mC9dF5gH",
                "your-super-secret-jwt-token-with-at-least-32-characters-long",
                "super-secret-jwt-token-with-at-least-32-characters-long",
                "a-string-secret-at-least-256-bits-long",
                "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow",
                "0123456789abcdef0123456789abcdef",
                "secretsecretsecretsecretsecretsecret",
                "ChangeMeChangeMeChangeMeChangeMe!!!",
                "00000000000000000000000000000000000"
            })
    void a_secret_that_is_short_or_well_known_is_refused(String secret) {
        assertRefused("jwt-secret", Map.of("jwt-secret", secret));
        String encoded =
                Base64.getUrlEncoder().withoutPadding().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
        assertRefused("jwks", Map.of("jwks", "{\"keys\":[{\"kty\":\"oct\",\"k\":\"" + encoded + "\"}]}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "{}",
                "{\"keys\":{}}",
                "{\"keys\":[]}",
                "{\"keys\":[{\"kty\":\"RSA\"}]}",
                "{\"keys\":[{\"kty\":\"oct\",\"k\":7}]}",
                "<html>"
            })
    void a_set_that_is_none_is_refused(String json) throws Exception {
        assertRefused("jwks", Map.of("jwks", json));
        Path file = Files.writeString(folder.resolve("set.json"), json);
        assertRefused("jwks-file", Map.of("jwks-file", file.toString()));
    }

    @Test
    void files_and_addresses_that_are_none_are_refused() {
        assertRefused("jwks-file", Map.of("jwks-file", "/nowhere/jwks.json"));
        assertRefused("jwks-file", Map.of("jwks-file", folder.toString()));
        assertRefused("jwt-public-key", Map.of("jwt-public-key", "/nowhere/key.pem"));
        assertRefused("jwks-url", Map.of("jwks-url", "file:///etc/passwd"));
        assertRefused("algorithms", Map.of("jwt-secret", GOOD, "algorithms", "none"));
        assertRefused("jwt-secret", Map.of("jwt-secret", GOOD, "algorithms", "RS256"));
        assertRefused("jwks-refresh", Map.of("jwt-secret", GOOD, "jwks-refresh", "PT5M"));
    }

    @Test
    void a_secret_that_is_a_public_key_is_refused_however_it_is_written() throws Exception {
        PublicKey key = rsa(2048);
        String pem = pem(key);
        Path file = Files.writeString(folder.resolve("public.pem"), pem);
        for (String secret : new String[] {pem, pem.replace("\n", ""), base64(key)}) {
            assertRefused("jwt-secret", Map.of("jwt-public-key", file.toString(), "jwt-secret", secret));
        }
    }

    @Test
    void keys_that_are_too_weak_or_of_another_kind_are_refused() throws Exception {
        assertRefused("jwt-public-key", Map.of("jwt-public-key", pem(rsa(1024))));
        assertRefused("jwt-public-key", Map.of("jwt-public-key", pem(curve("secp384r1"))));
    }

    @Test
    void good_keys_are_taken() throws Exception {
        assertThatCode(() -> ring(Map.of("jwt-public-key", pem(rsa(2048))))).doesNotThrowAnyException();
        assertThatCode(() -> ring(Map.of("jwt-public-key", pem(curve("secp256r1")))))
                .doesNotThrowAnyException();
        assertThat(ring(Map.of("jwt-secret", GOOD)).isReady()).isTrue();
    }

    @Test
    void an_issuer_that_is_away_is_waited_for() {
        assertThat(ring(Map.of("jwks-url", "http://localhost:1/jwks")).isReady())
                .isFalse();
    }

    private static void assertRefused(String setting, Map<String, String> given) {
        assertThatThrownBy(() -> ring(given))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("mediaenricher.security." + setting + " ")
                .satisfies(refusal -> given.values().stream()
                        .filter(value -> value.length() > 20)
                        .forEach(value -> assertThat(refusal.getMessage()).doesNotContain(value)));
    }

    private static KeyRing ring(Map<String, String> given) {
        Map<String, String> settings = new HashMap<>();
        given.forEach((name, value) -> settings.put("mediaenricher.security." + name, value));
        return new KeyRing(new KeySettings(new MapConfig(settings)));
    }

    private static PublicKey rsa(int bits) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return generator.generateKeyPair().getPublic();
    }

    private static PublicKey curve(String name) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(name));
        return generator.generateKeyPair().getPublic();
    }

    private static String base64(PublicKey key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    private static String pem(PublicKey key) {
        return "-----BEGIN PUBLIC KEY-----\n" + base64(key) + "\n-----END PUBLIC KEY-----\n";
    }
}

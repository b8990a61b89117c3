package org.mediaenricher.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.jwt.auth.principal.ParseException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mediaenricher.problems.MapConfig;
import org.mediaenricher.security.keys.KeyRing;
import org.mediaenricher.security.keys.KeySettings;

/** Times and claims, with a clock that stands still. Forged signatures are tried on the server itself, in {@link TokenIT}. */
class VerifiedTokensTest {
    private static final String SECRET = "kJ8s0Lx2uQ7vT4yR1wZ6nB3mC9dF5gHa";
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00.700Z");

    private final Map<String, String> settings = new TreeMap<>(Map.of("mediaenricher.security.jwt-secret", SECRET));
    private final JwtClaims claims = new JwtClaims();

    @BeforeEach
    void valid_for_a_minute() {
        claims.setClaim("exp", NOW.getEpochSecond() + 60);
    }

    @ParameterizedTest
    @CsvSource({"-29, true", "-30, true", "-31, false", "3600, true"})
    void a_token_is_good_for_half_a_minute_more(long expires, boolean good) throws JoseException {
        claims.setClaim("exp", NOW.getEpochSecond() + expires);
        assertThat(isGood()).isEqualTo(good);
    }

    @ParameterizedTest
    @CsvSource({"nbf, 29, true", "nbf, 30, true", "nbf, 31, false", "iat, 30, true", "iat, 31, false"})
    void and_half_a_minute_earlier(String claim, long begins, boolean good) throws JoseException {
        claims.setClaim(claim, NOW.getEpochSecond() + begins);
        assertThat(isGood()).isEqualTo(good);
    }

    @Test
    void without_an_end_it_is_none() throws JoseException {
        claims.setClaim("exp", "1893456000");
        assertThat(isGood()).isFalse();
        claims.setClaim("exp", List.of(1893456000L));
        assertThat(isGood()).isFalse();
        claims.unsetClaim("exp");
        assertThatThrownBy(this::verified).hasMessageContaining("exp");
    }

    @Test
    void audience_and_issuer_are_asked_for_when_they_are_set() throws JoseException {
        settings.put("mediaenricher.security.audience", "authenticated");
        settings.put("mediaenricher.security.issuer", "https://issuer, another");
        assertThat(isGood()).isFalse();
        claims.setIssuer("https://issuer");
        claims.setAudience("somebody-else");
        assertThat(isGood()).isFalse();
        claims.setAudience("somebody-else", "authenticated");
        assertThat(isGood()).isTrue();
        claims.setIssuer("another");
        assertThat(isGood()).isTrue();
        claims.setIssuer("https://issuer/");
        assertThat(isGood()).isFalse();
    }

    @Test
    void a_proof_of_identity_is_no_access_token() throws JoseException {
        claims.setClaim("typ", "ID");
        assertThat(isGood()).isFalse();
        claims.setClaim("typ", "Bearer");
        assertThat(isGood()).isTrue();
    }

    @Test
    void a_token_that_is_too_long_is_refused() {
        claims.setStringClaim("x", "x".repeat(20_000));
        assertThatThrownBy(this::verified).isInstanceOf(ParseException.class).hasMessageContaining("long");
    }

    private boolean isGood() throws JoseException {
        try {
            return verified() != null;
        } catch (ParseException refused) {
            return false;
        }
    }

    private VerifiedToken verified() throws JoseException, ParseException {
        claims.setSubject("somebody");
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue("HS256");
        signature.setKey(new HmacKey(SECRET.getBytes(StandardCharsets.UTF_8)));
        signature.setPayload(claims.toJson());
        return tokens().verified(signature.getCompactSerialization());
    }

    private VerifiedTokens tokens() {
        MapConfig config = new MapConfig(settings);
        TokenRules rules = new TokenRules(new TokenSettings(config), Clock.fixed(NOW, ZoneOffset.UTC));
        return new VerifiedTokens(new KeyRing(new KeySettings(config)), rules);
    }
}

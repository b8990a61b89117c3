package org.mediaenricher.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.ParseException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.mediaenricher.problems.MapConfig;

/** What each token opens is asked of the server itself, in {@link TokenIT}. */
class VerifiedTokensTest {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    private final VerifiedTokens tokens = new VerifiedTokens(new SecuritySettings(new MapConfig(
            Map.of("mediaenricher.security.jwt-secret", SECRET, "mediaenricher.security.audience", "authenticated"))));
    private final JwtClaims claims = new JwtClaims();

    @Test
    void a_token_is_good_for_half_a_minute_more() throws Exception {
        assertThat(parse(-28)).isNotNull();
        assertThatThrownBy(() -> parse(-31)).isInstanceOf(ParseException.class);
    }

    @Test
    void another_audience_is_refused() {
        claims.setAudience("somebody-else");
        assertThatThrownBy(() -> parse(60)).isInstanceOf(ParseException.class);
    }

    @Test
    void a_token_that_is_too_long_is_refused() {
        claims.setStringClaim("x", "x".repeat(20_000));
        assertThatThrownBy(() -> parse(60)).isInstanceOf(ParseException.class).hasMessageContaining("long");
    }

    private Set<String> parse(int secondsToLive) throws JoseException, ParseException {
        claims.setClaim("exp", Instant.now().getEpochSecond() + secondsToLive);
        claims.setSubject("somebody");
        if (!claims.hasClaim("aud")) {
            claims.setAudience("authenticated");
        }
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue("HS256");
        signature.setKey(new HmacKey(SECRET.getBytes(StandardCharsets.UTF_8)));
        signature.setPayload(claims.toJson());
        return tokens.parse(signature.getCompactSerialization(), new JWTAuthContextInfo())
                .getGroups();
    }
}

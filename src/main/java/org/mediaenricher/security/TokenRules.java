package org.mediaenricher.security;

import io.smallrye.jwt.auth.principal.ParseException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;

/**
 * What a token must say beside being signed (RFC 7519 section 4.1, RFC 8725). Times have a leeway of thirty seconds,
 * the last of them included.
 */
final class TokenRules {
    private static final Duration SKEW = Duration.ofSeconds(30);
    private static final int LONGEST_SUBJECT = 255;

    /** What names or carries a key of the sender's own choice; the keys of this deployment are chosen here. */
    private static final Set<String> FOREIGN_KEYS = Set.of("jwk", "jku", "x5u", "x5c", "crit");

    /** RFC 9068 section 2.1, and what issuers write who do not follow it. */
    private static final Set<String> TYPES = Set.of("jwt", "at+jwt", "application/at+jwt");

    private final TokenSettings settings;
    private final Clock clock;

    TokenRules(TokenSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Checked before any key is touched. */
    void checkHeader(Map<String, ?> header) throws ParseException {
        demand(FOREIGN_KEYS.stream().noneMatch(header::containsKey), "the header brings keys or extensions of its own");
        Object type = header.get("typ");
        demand(
                type == null || type instanceof String word && TYPES.contains(word.toLowerCase(Locale.ROOT)),
                "the header's typ is none of an access token");
        Object kid = header.get("kid");
        demand(kid == null || kid instanceof String, "the header's kid is no text");
    }

    /** Checked once the signature is good. */
    void checkClaims(JwtClaims claims) throws ParseException {
        try {
            checkTimes(claims, clock.instant());
            checkIssuerAndAudience(claims);
            checkSubject(claims);
        } catch (MalformedClaimException malformed) {
            throw new ParseException("a claim is not of its type", malformed);
        }
    }

    private static void checkTimes(JwtClaims claims, Instant now) throws MalformedClaimException, ParseException {
        NumericDate expires = claims.getExpirationTime();
        demand(expires != null, "exp is missing");
        long oldest = now.minus(SKEW).getEpochSecond();
        long newest = now.plus(SKEW).getEpochSecond();
        demand(expires.getValue() >= oldest, "it has expired");
        demand(isReached(claims.getNotBefore(), newest), "it is not valid yet");
        demand(isReached(claims.getIssuedAt(), newest), "it was issued in the future");
    }

    private static boolean isReached(NumericDate time, long newest) {
        return time == null || time.getValue() <= newest;
    }

    private void checkIssuerAndAudience(JwtClaims claims) throws MalformedClaimException, ParseException {
        demand(settings.takes(claims.getIssuer()), "another issuer");
        List<String> audience = claims.getAudience();
        demand(settings.audience().map(audience::contains).orElse(true), "another audience");
    }

    /** Keycloak writes into the claim {@code typ} what a token is for; a proof of identity opens nothing. */
    private static void checkSubject(JwtClaims claims) throws MalformedClaimException, ParseException {
        String subject = claims.getSubject();
        demand(subject == null || isName(subject), "its sub is no name that a database can hold");
        Object purpose = claims.getClaimValue("typ");
        demand(
                purpose == null || purpose instanceof String word && word.equalsIgnoreCase("bearer"),
                "it is no access token");
    }

    /** PostgreSQL's text has no NUL, and UTF-8 no half of a surrogate pair. */
    private static boolean isName(String subject) {
        return subject.length() <= LONGEST_SUBJECT
                && subject.chars().noneMatch(Character::isISOControl)
                && StandardCharsets.UTF_8.newEncoder().canEncode(subject);
    }

    private static void demand(boolean holds, String otherwise) throws ParseException {
        if (!holds) {
            throw new ParseException(otherwise);
        }
    }
}

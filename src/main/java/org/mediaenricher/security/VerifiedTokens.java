package org.mediaenricher.security;

import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import java.time.Clock;
import org.jose4j.lang.JoseException;
import org.mediaenricher.security.keys.KeyRing;

/**
 * Verifies tokens for MicroProfile JWT, whose own parser takes one algorithm per deployment. Nothing here waits for
 * anybody or asks the database, so a flood of bad tokens costs no more than their signatures.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class VerifiedTokens extends JWTCallerPrincipalFactory {
    private static final int LONGEST_TOKEN = 16_384;

    private KeyRing keys;
    private TokenRules rules;
    private TokenClaims claims;

    /** For the container's proxy only. */
    VerifiedTokens() {}

    @Inject
    VerifiedTokens(KeyRing keys, TokenSettings settings, TokenClaims claims) {
        this(keys, new TokenRules(settings, Clock.systemUTC()), claims);
    }

    VerifiedTokens(KeyRing keys, TokenRules rules, TokenClaims claims) {
        this.keys = keys;
        this.rules = rules;
        this.claims = claims;
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo unused) throws ParseException {
        VerifiedToken verified = verified(token);
        return CallerPrincipal.of(claims.caller(verified.claims().getClaimsMap()), verified.claims(), token);
    }

    /**
     * The claims of a token that is good now, and the key that says so.
     *
     * @throws ParseException when it is not; the message is for a log, not for whoever sent it
     */
    VerifiedToken verified(String token) throws ParseException {
        if (token.length() > LONGEST_TOKEN) {
            throw new ParseException("the token is too long");
        }
        try {
            VerifiedToken verified = SignedToken.of(token, rules).verifiedBy(keys);
            rules.checkClaims(verified.claims());
            return verified;
        } catch (JoseException | RuntimeException malformed) {
            throw new ParseException("the token is malformed", malformed);
        }
    }
}

package org.mediaenricher.security;

import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.jose4j.lang.JoseException;
import org.mediaenricher.security.keys.KeyRing;

/**
 * Tells good tokens from others. Nothing here waits for anybody or asks the database, so a flood of bad tokens costs no
 * more than their signatures.
 */
@ApplicationScoped
class VerifiedTokens {
    private static final int LONGEST_TOKEN = 16_384;

    private KeyRing keys;
    private TokenRules rules;

    /** For the container's proxy only. */
    VerifiedTokens() {}

    @Inject
    VerifiedTokens(KeyRing keys, TokenSettings settings) {
        this(keys, new TokenRules(settings, Clock.systemUTC()));
    }

    VerifiedTokens(KeyRing keys, TokenRules rules) {
        this.keys = keys;
        this.rules = rules;
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

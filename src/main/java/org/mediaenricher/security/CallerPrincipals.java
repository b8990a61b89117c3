package org.mediaenricher.security;

import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.mediaenricher.tenancy.RowScope;

/**
 * Who calls, for MicroProfile JWT, whose own parser takes one algorithm per deployment: a program by the token in its
 * {@code Authorization} header, a person in the console by the secret in their cookie, and neither in the other's way.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class CallerPrincipals extends JWTCallerPrincipalFactory {
    private static final Logger LOG = Logger.getLogger(CallerPrincipals.class);

    private VerifiedTokens tokens;
    private TokenClaims claims;
    private ConsoleSessions sessions;
    private HttpServletRequest request;

    /** For the container's proxy only. */
    CallerPrincipals() {}

    @Inject
    CallerPrincipals(VerifiedTokens tokens, TokenClaims claims, ConsoleSessions sessions, HttpServletRequest request) {
        this.tokens = tokens;
        this.claims = claims;
        this.sessions = sessions;
        this.request = request;
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo unused) throws ParseException {
        if (ConsoleCookie.isFor(request)) {
            return ofTheConsole(token);
        }
        if (request.getHeader("Authorization") == null) {
            throw new ParseException("a cookie opens nothing but the console");
        }
        VerifiedToken verified = tokens.verified(token);
        return CallerPrincipal.of(claims.caller(verified.claims().getClaimsMap()), verified.claims(), token);
    }

    /** A session that is over makes nobody of somebody, and no error: the way to sign in must stay open. */
    private CallerPrincipal ofTheConsole(String cookie) {
        return CallerPrincipal.ofSession(
                SessionSecret.of(cookie).flatMap(this::caller).orElse(Caller.NOBODY));
    }

    private Optional<Caller> caller(SessionSecret secret) {
        try {
            return RowScope.service(secret.tenant()).within(() -> sessions.caller(secret));
        } catch (RuntimeException away) {
            LOG.warnf("Who is signed in to the console cannot be looked up: %s", away);
            return Optional.empty();
        }
    }
}

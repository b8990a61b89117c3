package org.mediaenricher.security;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import java.util.List;
import org.jose4j.jwt.JwtClaims;

/** The caller as the container and MicroProfile JWT know them, with the claims of their token. */
final class CallerPrincipal extends DefaultJWTCallerPrincipal {
    private final Caller caller;

    private CallerPrincipal(Caller caller, JwtClaims claims) {
        super("JWT", claims);
        this.caller = caller;
    }

    /** A principal whose groups are the caller's, whatever the token says of groups. */
    static CallerPrincipal of(Caller caller, JwtClaims claims, String token) {
        claims.setClaim("groups", List.copyOf(caller.groups()));
        claims.setClaim("raw_token", token);
        claims.setClaim("upn", caller.user());
        return new CallerPrincipal(caller, claims);
    }

    /** A principal without a token, for it is known by a session. */
    static CallerPrincipal ofSession(Caller caller) {
        JwtClaims claims = new JwtClaims();
        claims.setSubject(caller.user());
        return of(caller, claims, "");
    }

    Caller caller() {
        return caller;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CallerPrincipal that && caller.equals(that.caller);
    }

    @Override
    public int hashCode() {
        return caller.hashCode();
    }
}

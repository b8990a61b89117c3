package org.mediaenricher.security;

import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jose4j.jwt.MalformedClaimException;
import org.mediaenricher.problems.Problem;
import org.mediaenricher.security.OperatorBook.Candidate;
import org.mediaenricher.tenancy.RowScope;

/** Into the console and out of it. Holds no transaction while it hashes, which takes a good part of a second. */
@ApplicationScoped
public class SignIn {
    private OperatorBook operators;
    private ConsoleSessions sessions;
    private VerifiedTokens tokens;
    private TokenClaims claims;
    private AuditLog audit;

    /** For the container's proxy only. */
    SignIn() {}

    @Inject
    SignIn(
            OperatorBook operators,
            ConsoleSessions sessions,
            VerifiedTokens tokens,
            TokenClaims claims,
            AuditLog audit) {
        this.operators = operators;
        this.sessions = sessions;
        this.tokens = tokens;
        this.claims = claims;
        this.audit = audit;
    }

    /**
     * With the name and the password of an operator.
     *
     * @throws Problem FORBIDDEN, which does not tell whether it was the name or the password
     */
    public SignedIn withPassword(String name, String password) {
        List<Candidate> named = candidates(name, password);
        List<Candidate> matching = named.stream()
                .filter(candidate -> Passwords.matches(password, candidate.hash()))
                .toList();
        if (matching.size() != 1) {
            named.forEach(candidate -> refused(candidate.caller(), "wrong-password"));
            throw new Problem(Problem.Kind.FORBIDDEN, "The name or the password is wrong.");
        }
        Candidate operator = matching.get(0);
        return inScopeOf(operator.caller(), () -> sessions.ofOperator(operator.id(), operator.caller()));
    }

    /**
     * With a token of the configured issuer.
     *
     * @throws Problem FORBIDDEN when it is not good, or its user has no business in the console
     */
    public SignedIn withToken(String token) {
        VerifiedToken verified = verified(token);
        Caller caller = claims.caller(verified.claims().getClaimsMap());
        if (!caller.may(Rights.USE_CONSOLE) || caller.tenant().isEmpty()) {
            throw new Problem(
                    Problem.Kind.FORBIDDEN,
                    "This token is of nobody who may use the console: it needs a tenant and a role.");
        }
        return inScopeOf(caller, () -> sessions.ofToken(caller, verified.key().fingerprint(), life(verified)));
    }

    /** Ends the session, on every node. */
    public void signOut(SessionSecret secret, Caller caller) {
        inScopeOf(caller, () -> {
            sessions.close(secret, caller);
            return null;
        });
    }

    /**
     * Another password for somebody who knows their present one; their sessions end.
     *
     * @throws Problem INVALID by field, {@code current} or {@code next}
     */
    public void changePassword(Caller caller, String current, String next) {
        if (next.length() < Passwords.SHORTEST || next.length() > Passwords.LONGEST) {
            throw Problem.invalid(
                    Map.of("next", "must have " + Passwords.SHORTEST + " to " + Passwords.LONGEST + " characters"));
        }
        boolean known = candidates(caller.user(), current).stream()
                .filter(candidate -> candidate.caller().tenant().equals(caller.tenant()))
                .anyMatch(candidate -> Passwords.matches(current, candidate.hash()));
        if (!known) {
            refused(caller, "wrong-password");
            throw Problem.invalid(Map.of("current", "is not your present password"));
        }
        String hash = Passwords.hash(next);
        inScopeOf(caller, () -> {
            operators.setPassword(caller, hash);
            return null;
        });
    }

    private List<Candidate> candidates(String name, String password) {
        List<Candidate> named = password.length() > Passwords.LONGEST
                ? List.of()
                : RowScope.service().within(() -> operators.named(name));
        if (named.isEmpty()) {
            Passwords.matchNobody("");
        }
        return named;
    }

    private VerifiedToken verified(String token) {
        try {
            return tokens.verified(token.strip());
        } catch (ParseException bad) {
            throw new Problem(Problem.Kind.FORBIDDEN, "This token is not valid, or not any more.");
        }
    }

    private static Duration life(VerifiedToken verified) {
        try {
            Instant end =
                    Instant.ofEpochSecond(verified.claims().getExpirationTime().getValue());
            return Duration.between(Instant.now(), end);
        } catch (MalformedClaimException checkedBefore) {
            throw new IllegalStateException(checkedBefore);
        }
    }

    private void refused(Caller caller, String result) {
        inScopeOf(caller, () -> {
            audit.refused(caller, "sign-in", Map.of(), result);
            return null;
        });
    }

    private static <T> T inScopeOf(Caller caller, Supplier<T> work) {
        return RowScope.service(caller.tenantOrRefuse()).within(work);
    }
}

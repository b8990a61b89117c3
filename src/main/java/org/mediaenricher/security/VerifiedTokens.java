package org.mediaenricher.security;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.mediaenricher.security.SecuritySettings.VerificationKey;

/**
 * Verifies tokens for MicroProfile JWT, whose own parser takes one algorithm per deployment. A token is good when one
 * of the configured keys verifies it with that key's own algorithm; what its header says of keys is not listened to.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class VerifiedTokens extends JWTCallerPrincipalFactory {
    private static final int SKEW_SECONDS = 30;
    private static final int LONGEST_TOKEN = 16_384;

    private List<JwtConsumer> consumers = List.of();

    /** For the container's proxy only. */
    VerifiedTokens() {}

    @Inject
    VerifiedTokens(SecuritySettings settings) {
        consumers = settings.keys().stream().map(key -> consumer(key, settings)).toList();
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo unused) throws ParseException {
        if (token.length() > LONGEST_TOKEN) {
            throw new ParseException("the token is too long");
        }
        JwtClaims claims = verified(token);
        claims.setClaim("groups", groups(claims));
        claims.setClaim("raw_token", token);
        claims.setClaim("upn", name(claims));
        return new DefaultJWTCallerPrincipal("JWT", claims);
    }

    private JwtClaims verified(String token) throws ParseException {
        for (JwtConsumer consumer : consumers) {
            try {
                return consumer.processToClaims(token);
            } catch (InvalidJwtException notByThisKey) {
                continue;
            }
        }
        throw new ParseException("no configured key verifies the token, or it is not valid now");
    }

    /** A principal needs a name, and the key of a service has no subject. */
    private static String name(JwtClaims claims) {
        return claims.getClaimValue("sub") instanceof String subject ? subject : "service";
    }

    /** Only the top-level role and app_metadata count: a user may write their own user_metadata. */
    private static List<String> groups(JwtClaims claims) {
        String role = claims.getClaimValue("role") instanceof String text ? text : "";
        return switch (role) {
            case Rights.SERVICE -> List.of(Rights.SERVICE);
            case Rights.AUTHENTICATED ->
                Stream.concat(Stream.of(Rights.AUTHENTICATED), userRole(claims)).toList();
            default -> List.of();
        };
    }

    private static Stream<String> userRole(JwtClaims claims) {
        if (claims.getClaimValue("app_metadata") instanceof Map<?, ?> metadata
                && metadata.get("user_role") instanceof String userRole) {
            return Stream.of(Rights.VIEWER, Rights.OPERATOR, Rights.ADMIN).filter(userRole::equals);
        }
        return Stream.empty();
    }

    private static JwtConsumer consumer(VerificationKey key, SecuritySettings settings) {
        JwtConsumerBuilder builder = new JwtConsumerBuilder()
                .setVerificationKey(key.key())
                .setJwsAlgorithmConstraints(new AlgorithmConstraints(ConstraintType.PERMIT, key.algorithm()))
                .setRequireExpirationTime()
                .setAllowedClockSkewInSeconds(SKEW_SECONDS);
        settings.issuer().ifPresent(builder::setExpectedIssuer);
        settings.audience()
                .ifPresentOrElse(
                        expected -> builder.setExpectedAudience(expected), builder::setSkipDefaultAudienceValidation);
        return builder.build();
    }
}

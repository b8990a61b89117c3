package org.mediaenricher.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mediaenricher.tenancy.TenantId;

/** Tells the caller from the claims of a token whose signature is good. */
@ApplicationScoped
class TokenClaims {
    /** From the most to the least, for issuers that give a user several. */
    private static final List<Role> USER_ROLES = List.of(Role.ADMIN, Role.OPERATOR, Role.VIEWER);

    private TokenSettings settings;

    /** For the container's proxy only. */
    TokenClaims() {}

    @Inject
    TokenClaims(TokenSettings settings) {
        this.settings = settings;
    }

    /** Who the token speaks of. A service has no tenant here: it names one with each call. */
    Caller caller(Map<String, ?> claims) {
        Role role = role(claims);
        String user = claims.get("sub") instanceof String subject ? subject : role.word();
        return switch (role) {
            case SERVICE -> new Caller(user, role, Optional.empty(), Optional.empty());
            case AUTHENTICATED -> new Caller(user, role, userRole(claims), tenant(claims));
            default -> new Caller(user, role, Optional.empty(), tenant(claims));
        };
    }

    private Role role(Map<String, ?> claims) {
        Set<String> words = first(settings.role(), claims);
        return Stream.of(Role.SERVICE, Role.AUTHENTICATED, Role.ANON)
                .filter(role -> words.contains(role.word()))
                .findFirst()
                .orElse(settings.defaultRole());
    }

    private Optional<Role> userRole(Map<String, ?> claims) {
        Set<String> words = first(settings.userRole(), claims);
        return USER_ROLES.stream().filter(role -> words.contains(role.word())).findFirst();
    }

    private Optional<TenantId> tenant(Map<String, ?> claims) {
        return first(settings.tenant(), claims).stream().findFirst().flatMap(TokenClaims::tenantId);
    }

    /** A tenant that is none opens nothing. */
    private static Optional<TenantId> tenantId(String text) {
        try {
            return Optional.of(TenantId.of(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private static Set<String> first(List<ClaimPath> paths, Map<String, ?> claims) {
        return paths.stream()
                .map(path -> path.texts(claims))
                .filter(texts -> !texts.isEmpty())
                .findFirst()
                .map(texts -> texts.stream().collect(Collectors.toUnmodifiableSet()))
                .orElse(Set.of());
    }
}

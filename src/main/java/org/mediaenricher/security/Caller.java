package org.mediaenricher.security;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mediaenricher.problems.Problem;
import org.mediaenricher.tenancy.RowScope;
import org.mediaenricher.tenancy.TenantId;

/**
 * Who calls, as a verified token or a console session tells it.
 *
 * @param user the token's {@code sub}, or an operator's name
 * @param role {@code anon}, {@code authenticated} or {@code service_role}
 * @param userRole {@code viewer}, {@code operator} or {@code admin}; empty for a plain user and for a service
 * @param tenant whose rows they may see; a service names it with each call
 */
public record Caller(String user, Role role, Optional<Role> userRole, Optional<TenantId> tenant) {
    /** Somebody without a valid token. */
    static final Caller NOBODY = new Caller(Role.ANON.word(), Role.ANON, Optional.empty(), Optional.empty());

    /** Whether the one table of rights gives them this right. */
    public boolean may(String right) {
        return rights().contains(right);
    }

    /**
     * The tenant this call is about.
     *
     * @throws Problem FORBIDDEN when the token names none
     */
    public TenantId tenantOrRefuse() {
        return tenant.orElseThrow(() -> new Problem(
                Problem.Kind.FORBIDDEN,
                role == Role.SERVICE
                        ? "Name the tenant you act for in the header " + Callers.TENANT_HEADER + "."
                        : "Your token names no tenant (app_metadata.tenant_id)."));
    }

    /** What the container checks: their roles and their rights, by their words. */
    Set<String> groups() {
        return Stream.concat(Stream.concat(Stream.of(role), userRole.stream()).map(Role::word), rights().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What PostgreSQL is told of this caller. */
    RowScope scope() {
        TenantId ofTheCall = tenantOrRefuse();
        return role == Role.SERVICE
                ? RowScope.service(ofTheCall)
                : new RowScope(Role.AUTHENTICATED.word(), Claims.of(this, ofTheCall));
    }

    private Set<String> rights() {
        return userRole.orElse(role).rights();
    }
}

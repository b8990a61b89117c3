package org.mediaenricher.security;

import java.util.Optional;
import org.mediaenricher.problems.Problem;
import org.mediaenricher.tenancy.RowScope;
import org.mediaenricher.tenancy.TenantId;

/**
 * Who calls, as a verified token tells it.
 *
 * @param user the token's {@code sub}
 * @param role the token's top-level {@code role}: {@code authenticated} or {@code service_role}
 * @param userRole {@code app_metadata.user_role}, never {@code user_metadata}
 * @param tenant whose rows they may see; a service names it with each call
 */
public record Caller(String user, String role, Optional<String> userRole, Optional<TenantId> tenant) {
    /**
     * The tenant this call is about.
     *
     * @throws Problem FORBIDDEN when the token names none
     */
    public TenantId tenantOrRefuse() {
        return tenant.orElseThrow(() -> new Problem(
                Problem.Kind.FORBIDDEN,
                Rights.SERVICE.equals(role)
                        ? "Name the tenant you act for in the header " + Callers.TENANT_HEADER + "."
                        : "Your token names no tenant (app_metadata.tenant_id)."));
    }

    /** What PostgreSQL is told of this caller. */
    RowScope scope() {
        TenantId ofTheCall = tenantOrRefuse();
        return Rights.SERVICE.equals(role)
                ? RowScope.service(ofTheCall)
                : new RowScope(Rights.AUTHENTICATED, Claims.of(this, ofTheCall));
    }
}

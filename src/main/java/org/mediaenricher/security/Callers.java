package org.mediaenricher.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.mediaenricher.problems.Problem;
import org.mediaenricher.tenancy.RowScope;
import org.mediaenricher.tenancy.TenantId;

/** The caller of the current request. */
@ApplicationScoped
class Callers {
    /** How a service says which tenant a call is about. */
    static final String TENANT_HEADER = "X-Tenant-Id";

    private final HttpServletRequest request;

    @Inject
    Callers(HttpServletRequest request) {
        this.request = request;
    }

    /** The caller; somebody without a valid token is nobody in particular. */
    @Produces
    @Dependent
    Caller caller() {
        if (!(request.getUserPrincipal() instanceof CallerPrincipal principal)) {
            return Caller.NOBODY;
        }
        Caller caller = principal.caller();
        return caller.role() == Role.SERVICE
                ? new Caller(caller.user(), caller.role(), caller.userRole(), named())
                : caller;
    }

    /** The scope that methods marked {@code @RowScoped} enter when a request called them. */
    @Produces
    @Dependent
    RowScope scope() {
        return caller().scope();
    }

    private Optional<TenantId> named() {
        try {
            return Optional.ofNullable(request.getHeader(TENANT_HEADER)).map(TenantId::of);
        } catch (IllegalArgumentException notAnId) {
            throw new Problem(Problem.Kind.FORBIDDEN, "The tenant named in " + TENANT_HEADER + " is not a UUID.");
        }
    }
}

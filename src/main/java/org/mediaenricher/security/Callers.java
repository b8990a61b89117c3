package org.mediaenricher.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.mediaenricher.problems.Problem;
import org.mediaenricher.tenancy.RowScope;
import org.mediaenricher.tenancy.TenantId;

/** Tells the caller of the current request from their token. */
@ApplicationScoped
class Callers {
    /** How a service says which tenant a call is about. */
    static final String TENANT_HEADER = "X-Tenant-Id";

    private final JsonWebToken token;
    private final HttpServletRequest request;

    @Inject
    Callers(JsonWebToken token, HttpServletRequest request) {
        this.token = token;
        this.request = request;
    }

    /** The caller; without a valid token the container has refused the request before. */
    @Produces
    @Dependent
    Caller caller() {
        String role = Claims.text((Object) token.getClaim("role")).orElse("");
        Object metadata = token.getClaim("app_metadata");
        Optional<String> tenant = Rights.SERVICE.equals(role)
                ? Optional.ofNullable(request.getHeader(TENANT_HEADER))
                : Claims.text(metadata, "tenant_id").or(() -> Claims.text((Object) token.getClaim("tenant_id")));
        return new Caller(
                Optional.ofNullable(token.getSubject()).orElse(role),
                role,
                Claims.text(metadata, "user_role"),
                tenant.map(Callers::tenantId));
    }

    /** The scope that methods marked {@code @RowScoped} enter when a request called them. */
    @Produces
    @Dependent
    RowScope scope() {
        return caller().scope();
    }

    private static TenantId tenantId(String text) {
        try {
            return TenantId.of(text);
        } catch (IllegalArgumentException notAnId) {
            throw new Problem(Problem.Kind.FORBIDDEN, "The tenant named is not a UUID.");
        }
    }
}

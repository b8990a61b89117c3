package org.mediaenricher.api;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import org.mediaenricher.limits.Admission;
import org.mediaenricher.limits.Allowance;
import org.mediaenricher.limits.Limits;
import org.mediaenricher.limits.LimitsSettings;
import org.mediaenricher.problems.Problem;
import org.mediaenricher.security.Caller;
import org.mediaenricher.security.Role;

/**
 * E10: callers who are too fast are told to wait, by their token alone; no header says who they are. Stands before
 * the roles are looked at and before there is a resource, for what is refused costs a line in the audit log and so is
 * counted as well. Whoever names no tenant is not: they are refused before the database is asked anything.
 */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION)
public class RateLimits implements ContainerRequestFilter, ContainerResponseFilter {
    private static final String ADMISSION = Admission.class.getName();

    @Inject
    private Instance<Caller> callers;

    @Inject
    private Limits limits;

    @Inject
    private LimitsSettings settings;

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getSecurityContext().getUserPrincipal() == null || isFree(request)) {
            return;
        }
        caller().ifPresent(caller -> admit(caller, request));
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        of(request).ifPresent(admission -> tell(admission, response.getHeaders()));
    }

    /** What was said to a request, empty where nobody asked. */
    static Optional<Admission> of(ContainerRequestContext request) {
        return Optional.ofNullable((Admission) request.getProperty(ADMISSION));
    }

    private void admit(Caller caller, ContainerRequestContext request) {
        String name = caller.role() + " " + caller.user();
        Admission admission = limits.admit(caller.tenantOrRefuse(), name, allowance(caller));
        request.setProperty(ADMISSION, admission);
        if (!admission.granted()) {
            String sentence = "Too many requests; the next one is granted in "
                    + RateLimitFields.seconds(admission.retryAfter()) + " s.";
            throw Problem.tooMany(sentence, admission.retryAfter());
        }
    }

    private Allowance allowance(Caller caller) {
        return caller.role() == Role.SERVICE || caller.userRole().equals(Optional.of(Role.ADMIN))
                ? settings.admin()
                : settings.caller();
    }

    private Optional<Caller> caller() {
        try (Instance.Handle<Caller> handle = callers.getHandle()) {
            return Optional.of(handle.get()).filter(caller -> caller.tenant().isPresent());
        } catch (Problem unknownTenant) {
            return Optional.empty();
        }
    }

    private static boolean isFree(ContainerRequestContext request) {
        return request.getMethod().equals("OPTIONS")
                || request.getUriInfo().getPath().equals(HealthResource.PATH);
    }

    private static void tell(Admission admission, MultivaluedMap<String, Object> headers) {
        headers.putSingle("RateLimit-Policy", RateLimitFields.policy(admission));
        headers.putSingle("RateLimit", RateLimitFields.state(admission));
    }
}

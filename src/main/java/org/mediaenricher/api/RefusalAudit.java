package org.mediaenricher.api;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;
import org.mediaenricher.limits.Admission;
import org.mediaenricher.problems.Problem;
import org.mediaenricher.security.AuditLog;
import org.mediaenricher.security.Caller;
import org.mediaenricher.tenancy.RowScope;
import org.mediaenricher.tenancy.TenantId;

/**
 * Writes down what was refused to a caller who is known: every change, and whatever they have no right to. What was
 * granted is written in the transaction that grants it. Of a series of 429 the first alone, or a flood of requests
 * would be one of writes. What it cannot write does not change the answer.
 */
@Provider
public class RefusalAudit implements ContainerResponseFilter {
    private static final Logger LOG = Logger.getLogger(RefusalAudit.class);
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int UNPROCESSABLE = 422;
    private static final int TOO_MANY = 429;

    private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");

    private static final Map<Integer, String> RESULTS = Map.of(
            400,
            "invalid",
            FORBIDDEN,
            "forbidden",
            404,
            "not-found",
            405,
            "no-such-method",
            406,
            "not-acceptable",
            409,
            "conflict",
            413,
            "too-large",
            415,
            "wrong-type",
            UNPROCESSABLE,
            "unprocessable",
            TOO_MANY,
            "too-many");

    @Inject
    private Instance<Caller> callers;

    @Inject
    private AuditLog audit;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        AuditedRequest asked = AuditedRequest.of(request);
        if (isToBeWritten(asked, request, response.getStatus())) {
            write(asked, RESULTS.getOrDefault(response.getStatus(), "refused"));
        }
    }

    private static boolean isToBeWritten(AuditedRequest asked, ContainerRequestContext request, int status) {
        return switch (status) {
            // Nobody is known, so there is nobody to write down, and the database is left alone.
            case UNAUTHORIZED -> false;
            case FORBIDDEN -> true;
            case TOO_MANY ->
                RateLimits.of(request).filter(Admission::firstRefusal).isPresent();
            // An object that cannot be read is noted with its asset, and the asking for it as well.
            case UNPROCESSABLE ->
                CHANGING.contains(asked.method()) && !asked.action().equals("enrich");
            default -> status >= 400 && status < 500 && CHANGING.contains(asked.method());
        };
    }

    private void write(AuditedRequest asked, String result) {
        try (Instance.Handle<Caller> handle = callers.getHandle()) {
            Caller caller = handle.get();
            caller.tenant().ifPresent(tenant -> write(caller, tenant, asked, result));
        } catch (Problem unknownTenant) {
            LOG.debugf("A refused %s names no tenant: %s", asked.action(), unknownTenant.getMessage());
        } catch (RuntimeException lost) {
            LOG.warnf("A refused %s is not in the audit log: %s", asked.action(), lost);
        }
    }

    /** The server writes it, for who is refused may have no right to write anything. */
    private void write(Caller caller, TenantId tenant, AuditedRequest asked, String result) {
        RowScope.service(tenant).within(() -> {
            audit.refused(caller, asked.action(), asked.subject(), result);
            return null;
        });
    }
}

package org.mediaenricher.api;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.mediaenricher.problems.Problem;
import org.mediaenricher.security.AuditLog;
import org.mediaenricher.security.Caller;

/**
 * Writes down what was refused to a caller who is known; what was granted is written in the transaction that grants
 * it. What it cannot write does not change the answer.
 */
@Provider
public class RefusalAudit implements ContainerResponseFilter {
    private static final Logger LOG = Logger.getLogger(RefusalAudit.class);
    private static final int LONGEST = 2000;

    private static final Map<Integer, String> RESULTS = Map.of(
            400, "invalid",
            403, "forbidden",
            404, "not-found",
            409, "conflict",
            422, "unprocessable");

    /** The last word of a path, and the action it stands for. */
    private static final Map<String, String> ACTIONS = Map.of(
            "backfill", "backfill",
            "cron", "cron",
            "enrich", "enrich",
            "stop", "stop",
            "restart", "restart",
            "retry-failed", "retry");

    @Inject
    private Instance<Caller> callers;

    @Inject
    private AuditLog audit;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Optional<String> result = Optional.ofNullable(RESULTS.get(response.getStatus()));
        Optional<String> action = action(request);
        if (result.isEmpty() || action.isEmpty() || isWrittenAlready(action.get(), response.getStatus())) {
            return;
        }
        try {
            Caller caller = callers.get();
            if (caller.tenant().isPresent()) {
                audit.refused(caller, action.get(), Map.of("request", asked(request)), result.get());
            }
        } catch (Problem unknownTenant) {
            LOG.debugf("A refused %s names no tenant: %s", action.get(), unknownTenant.getMessage());
        } catch (RuntimeException lost) {
            LOG.warnf("A refused %s is not in the audit log: %s", action.get(), lost);
        }
    }

    /** An object that cannot be read is noted with its asset, and the asking for it as well. */
    private static boolean isWrittenAlready(String action, int status) {
        return action.equals("enrich") && status == 422;
    }

    private static Optional<String> action(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        return request.getMethod().equals("POST")
                ? Optional.ofNullable(ACTIONS.get(path.substring(path.lastIndexOf('/') + 1)))
                : Optional.empty();
    }

    /** Still percent-encoded, so that no sign in it means anything to whoever reads the log. */
    private static String asked(ContainerRequestContext request) {
        String query = request.getUriInfo().getRequestUri().getRawQuery();
        String path = request.getUriInfo().getRequestUri().getRawPath();
        String whole = query == null ? path : path + "?" + query;
        return whole.substring(0, Math.min(LONGEST, whole.length()));
    }
}

package org.mediaenricher.api;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.mediaenricher.problems.Problem;

/** What JAX-RS itself refuses: no such path, wrong method, a body it cannot read, a role that is lacking. */
@Provider
public class RefusalMapper implements ExceptionMapper<WebApplicationException> {
    @Override
    public Response toResponse(WebApplicationException refusal) {
        if (refusal.getCause() instanceof Problem problem) {
            return new ProblemMapper().toResponse(problem);
        }
        int status = refusal.getResponse().getStatus();
        if (status < 400) {
            return refusal.getResponse();
        }
        return ProblemDetails.response(status, ProblemDetails.sentence(status));
    }
}

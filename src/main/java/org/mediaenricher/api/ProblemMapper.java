package org.mediaenricher.api;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.mediaenricher.problems.Problem;

/** Refusals as HTTP. */
@Provider
public class ProblemMapper implements ExceptionMapper<Problem> {
    @Override
    public Response toResponse(Problem problem) {
        Response response = ProblemDetails.response(
                status(problem.kind()), problem.getMessage(), problem.fields(), problem.details());
        return problem.retryAfter()
                .map(wait -> Response.fromResponse(response)
                        .header("Retry-After", RateLimitFields.seconds(wait))
                        .build())
                .orElse(response);
    }

    private static int status(Problem.Kind kind) {
        return switch (kind) {
            case INVALID -> 400;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case UNPROCESSABLE -> 422;
            case TOO_MANY -> 429;
            case UNAVAILABLE -> 503;
        };
    }
}

package org.mediaenricher.api;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** An error as RFC 9457 writes it, with a sentence for each wrong field where there are any. */
final class ProblemDetails {
    static final String TYPE = "application/problem+json";

    private static final int RETRY_AFTER_SECONDS = 5;

    private static final Map<Integer, String> TITLES = Map.of(
            400, "Bad Request",
            401, "Unauthorized",
            403, "Forbidden",
            404, "Not Found",
            405, "Method Not Allowed",
            409, "Conflict",
            415, "Unsupported Media Type",
            422, "Unprocessable Content",
            500, "Internal Server Error",
            503, "Service Unavailable");

    private ProblemDetails() {}

    static Response response(int status, String detail) {
        return response(status, detail, Map.of(), Map.of());
    }

    static Response response(int status, String detail, Map<String, String> fields, Map<String, Object> more) {
        Response.ResponseBuilder response = Response.status(status)
                .type(TYPE)
                .entity(json(status, detail, fields, more).toString());
        if (status == 503) {
            response.header("Retry-After", RETRY_AFTER_SECONDS);
        }
        return response.build();
    }

    static JsonObject json(int status, String detail, Map<String, String> fields, Map<String, Object> more) {
        JsonObjectBuilder problem = Json.createObjectBuilder()
                .add("type", "about:blank")
                .add("title", TITLES.getOrDefault(status, "Error"))
                .add("status", status)
                .add("detail", detail);
        more.forEach((name, value) -> problem.add(name, String.valueOf(value)));
        if (!fields.isEmpty()) {
            JsonObjectBuilder errors = Json.createObjectBuilder();
            fields.forEach(errors::add);
            problem.add("errors", errors);
        }
        return problem.build();
    }
}

package org.mediaenricher.api;

import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** An error as RFC 9457 writes it, with a sentence for each wrong field where there are any. */
final class ProblemDetails {
    static final String TYPE = "application/problem+json";

    private static final int RETRY_AFTER_SECONDS = 5;

    /** Of RFC 9110 and RFC 6585. */
    private static final Map<Integer, String> TITLES = Map.ofEntries(
            Map.entry(400, "Bad Request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(405, "Method Not Allowed"),
            Map.entry(406, "Not Acceptable"),
            Map.entry(409, "Conflict"),
            Map.entry(413, "Content Too Large"),
            Map.entry(415, "Unsupported Media Type"),
            Map.entry(422, "Unprocessable Content"),
            Map.entry(429, "Too Many Requests"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(503, "Service Unavailable"));

    /** Kept: finding the provider costs more than all else of a refusal. */
    private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

    private ProblemDetails() {}

    /** What a status says that nobody gave a better reason for. */
    static String sentence(int status) {
        return switch (status) {
            case 400 ->
                "The request cannot be read: its address must be well-formed, and its body the JSON this"
                        + " operation documents.";
            case 401 -> "Send a valid token: Authorization: Bearer followed by a JWT.";
            case 403 -> "Your role does not allow this.";
            case 404 -> "There is no such path here.";
            case 405 -> "This path does not answer to that method.";
            case 406 -> "The answer is application/json.";
            case 415 -> "Send the body as application/json.";
            default -> "The request was refused.";
        };
    }

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
        JsonObjectBuilder problem = JSON.createObjectBuilder()
                .add("type", "about:blank")
                .add("title", TITLES.getOrDefault(status, "Error"))
                .add("status", status)
                .add("detail", detail);
        more.forEach((name, value) -> problem.add(name, String.valueOf(value)));
        if (!fields.isEmpty()) {
            JsonObjectBuilder errors = JSON.createObjectBuilder();
            fields.forEach(errors::add);
            problem.add("errors", errors);
        }
        return problem.build();
    }
}

package org.mediaenricher.harness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** A caller of the REST API: JSON in, JSON out, a token in the header. Never follows a redirect, never retries. */
public final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final URI server;
    private final Optional<String> token;

    private Api(URI server, Optional<String> token) {
        this.server = server;
        this.token = token;
    }

    /** A caller without a token. */
    public static Api nobody(URI server) {
        return new Api(server, Optional.empty());
    }

    /** A caller with a token, good or bad. */
    public static Api bearer(URI server, String token) {
        return new Api(server, Optional.of(token));
    }

    /**
     * GET.
     *
     * @param path with query, encoded
     */
    public Answer get(String path) {
        return send(request(path).GET());
    }

    /** POST with a JSON body. */
    public Answer post(String path, String json) {
        return send("POST", path, json);
    }

    /** Any method with a JSON body, and further headers as name, value, name, value. */
    public Answer send(String method, String path, String json, String... headers) {
        BodyPublisher body = BodyPublishers.ofString(json);
        HttpRequest.Builder request = request(path).header("Content-Type", "application/json");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.method(method, body));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.resolve(path)).timeout(PATIENCE).header("Accept", "application/json");
        token.ifPresent(text -> request.header("Authorization", "Bearer " + text));
        return request;
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "interrupted while waiting for " + request.build().uri(), e);
        }
    }

    /**
     * What the server answered.
     *
     * @param body the text, empty if none
     */
    public record Answer(int status, HttpHeaders headers, String body) {
        /** The body as JSON. */
        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("not JSON, status " + status + ": " + body, e);
            }
        }

        /** A header's first value. */
        public Optional<String> header(String name) {
            return headers.firstValue(name);
        }
    }
}

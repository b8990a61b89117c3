package org.mediaenricher.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mediaenricher.harness.RawHttp;
import org.mediaenricher.harness.RawHttp.Reply;
import org.mediaenricher.harness.Sandbox;
import org.mediaenricher.harness.ServerNode;
import org.mediaenricher.harness.Tenant;
import org.mediaenricher.harness.Testbed;

/** Whose pages may read our answers, and who gets past the front at all. */
@TestInstance(Lifecycle.PER_CLASS)
class FrontIT {
    private static final String OURS = "https://app.example.org";
    private static final int MEGABYTE = 1 << 20;

    private final Sandbox sandbox = Testbed.sandbox();
    private ServerNode node;
    private Tenant tenant;
    private String fast;

    @BeforeAll
    void start() {
        node = sandbox.start(sandbox.plan("front")
                .environment("ALLOWED_ORIGINS", OURS + ", http://localhost:5173")
                .setting("mediaenricher.limits.caller-rate", "1/h")
                .setting("mediaenricher.limits.caller-burst", "1"));
        tenant = Tenant.on(sandbox, node);
        fast = authorization("viewer");
        ask("GET /media-enricher/runs", fast);
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /functions/v1/health      |        | 200",
                "GET /media-enricher/runs      |        | 401",
                "POST /media-enricher/backfill | viewer | 403",
                "GET /media-enricher/runs/none | viewer | 404",
                "GET /media-enricher/runs      | fast   | 429",
                "GET /console/sign-in.xhtml    |        | 200",
                "GET /nowhere                  |        | 404",
            })
    void an_allowed_origin_may_read_every_answer_and_no_other_may(String line, String who, int status) {
        Reply ours = askFrom(OURS, line, who);
        assertThat(ours.status()).isEqualTo(status);
        assertThat(allowed(ours)).containsExactly(OURS);
        assertThat(ours.header("Vary")).containsExactly("Origin");
        assertThat(ours.header("Access-Control-Allow-Credentials")).isEmpty();
        assertThat(ours.header("Access-Control-Expose-Headers"))
                .containsExactly("Location, Retry-After, RateLimit, RateLimit-Policy");
        for (String other : List.of("https://evil.example", OURS + ".evil.example", "null", "*", OURS + "/")) {
            Reply theirs = askFrom(other, line, who);
            assertThat(theirs.status()).isEqualTo(status);
            assertThat(theirs.headers()).as(other).noneMatch(name -> name.startsWith("Access-Control"));
            assertThat(theirs.header("Vary")).containsExactly("Origin");
        }
    }

    @Test
    void a_preflight_is_answered_without_a_token() {
        Reply reply = ask(
                "OPTIONS /media-enricher/backfill",
                "Origin: http://localhost:5173",
                "Access-Control-Request-Method: POST",
                "Access-Control-Request-Headers: authorization,content-type");
        assertThat(reply.status()).isEqualTo(204);
        assertThat(reply.body()).isEmpty();
        assertThat(allowed(reply)).containsExactly("http://localhost:5173");
        assertThat(reply.header("Vary")).containsExactly("Origin");
        assertThat(reply.header("Access-Control-Allow-Methods")).containsExactly("POST, GET, PUT, DELETE, OPTIONS");
        assertThat(reply.header("Access-Control-Allow-Headers"))
                .containsExactly("authorization, x-client-info, apikey, content-type, x-sequence, x-duration-ms,"
                        + " idempotency-key");
        assertThat(reply.header("Access-Control-Max-Age")).containsExactly("86400");
        assertThat(reply.header("Access-Control-Allow-Credentials")).isEmpty();
    }

    @Test
    void a_preflight_from_elsewhere_is_answered_and_allows_nothing() {
        Reply reply = ask(
                "OPTIONS /media-enricher/runs", "Origin: https://evil.example", "Access-Control-Request-Method: GET");
        assertThat(reply.status()).isEqualTo(204);
        assertThat(reply.headers()).noneMatch(line -> line.startsWith("Access-Control"));
        assertThat(reply.header("Vary")).containsExactly("Origin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "BREW", "get", "PROPFIND"})
    void no_method_but_options_is_open(String method) {
        for (String path : List.of("/media-enricher/runs", "/functions/v1/media-enricher/runs", "/api/none")) {
            assertThat(ask(method + " " + path, "Origin: " + OURS).status())
                    .as(path)
                    .isEqualTo(401);
        }
    }

    @Test
    void two_authorizations_are_none() {
        String good = "Authorization: Bearer " + tenant.token("viewer").sign();
        for (List<String> two : List.of(List.of(good, good), List.of(good, "authorization: Basic eDp5"))) {
            Reply reply = ask("GET /media-enricher/runs", two.toArray(String[]::new));
            assertThat(reply.status()).isEqualTo(401);
            assertThat(reply.header("Content-Type").get(0)).startsWith("application/problem+json");
            assertThat(reply.header("WWW-Authenticate")).containsExactly("Bearer");
        }
    }

    @Test
    void a_token_of_a_megabyte_is_no_token() {
        for (int length : new int[] {20_000, MEGABYTE, MEGABYTE + 500_000}) {
            Reply reply = ask("GET /media-enricher/runs", "Authorization: Bearer " + "a".repeat(length));
            assertThat(reply.status()).as("%d", length).isEqualTo(401);
        }
        assertThat(ask("GET /functions/v1/health").status()).isEqualTo(200);
    }

    private Reply askFrom(String origin, String line, String who) {
        String from = "Origin: " + origin;
        return switch (String.valueOf(who)) {
            case "null" -> ask(line, from);
            case "fast" -> ask(line, from, fast);
            default -> ask(line, from, authorization(who));
        };
    }

    private Reply ask(String line, String... headers) {
        return RawHttp.ask(node.address(), line + " HTTP/1.1", headers);
    }

    private String authorization(String role) {
        return "Authorization: Bearer " + tenant.token(role).sign();
    }

    private static List<String> allowed(Reply reply) {
        return reply.header("Access-Control-Allow-Origin");
    }
}

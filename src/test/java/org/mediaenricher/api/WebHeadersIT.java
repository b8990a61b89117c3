package org.mediaenricher.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mediaenricher.harness.RawHttp;
import org.mediaenricher.harness.RawHttp.Reply;
import org.mediaenricher.harness.Tenant;
import org.mediaenricher.harness.Testbed;

/** What stands on every answer, good or bad, and what stands on none. */
@TestInstance(Lifecycle.PER_CLASS)
class WebHeadersIT {
    /** On everything that speaks HTTP at all. */
    private static final Map<String, String> ALWAYS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin");

    private static final String OF_API = "default-src 'none'; frame-ancestors 'none'";
    private static final String OF_CONSOLE = "default-src 'self'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private final URI server = Testbed.node().address();
    private final Tenant tenant = Tenant.fresh();

    @BeforeAll
    void make_a_bucket() {
        tenant.bucket("b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /functions/v1/health               | viewer | 200 | no-store",
                "GET /media-enricher/runs               | viewer | 200 | no-store",
                "HEAD /media-enricher/runs              | viewer | 200 | no-store",
                "GET /media-enricher/runs               |        | 401 | no-store",
                "POST /media-enricher/runs              |        | 401 | no-store",
                "GET /media-enricher/runs?limit=x       | viewer | 400 | no-store",
                "POST /media-enricher/backfill?bucket=b | viewer | 403 | no-store",
                "GET /media-enricher/runs/none          | viewer | 404 | no-store",
                "GET /nowhere                           |        | 404 | no-store",
                "GET /nowhere/at/all                    | viewer | 404 | no-store",
                "PUT /media-enricher/runs               | viewer | 405 | no-store",
                "PATCH /media-enricher/runs             | viewer | 405 | no-store",
                "BREW /media-enricher/runs              | viewer | 405 | no-store",
                "OPTIONS /media-enricher/runs           |        | 204 |",
                "GET /openapi                           |        | 200 |",
                "GET /openapi?format=json               |        | 200 |",
                "GET /wildfly-services                  |        | 404 | no-store",
                "GET media-enricher                     |        | 400 |",
                "OPTIONS *                              |        | 400 |",
                "GET /WEB-INF/web.xml                   |        | 404 |",
                "GET /META-INF/MANIFEST.MF              |        | 404 |",
            })
    void the_api_tells_browsers_what_not_to_do(String line, String role, int status, String caching) {
        Reply reply = ask(line, role);
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.header("Content-Security-Policy")).containsExactly(OF_API);
        assertThat(reply.header("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(reply.header("Cache-Control")).isEqualTo(caching == null ? List.of() : List.of(caching));
        assertPlain(reply);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /console                     | 302 | no-store",
                "GET /console/index.xhtml         | 302 | no-store",
                "GET /console/sign-in.xhtml       | 200 | no-store",
                "GET /console/none.xhtml          | 302 | no-store",
                "GET /console/jakarta.faces.resource/console.css.xhtml | 404 |",
            })
    void the_console_allows_itself_alone(String line, int status, String caching) {
        Reply reply = ask(line, null);
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.header("Content-Security-Policy")).containsExactly(OF_CONSOLE);
        // The console's forms are known by where they come from.
        assertThat(reply.header("Referrer-Policy")).containsExactly("same-origin");
        if (caching != null) {
            assertThat(reply.header("Cache-Control")).containsExactly(caching);
        }
        assertPlain(reply);
    }

    @Test
    void the_console_s_style_sheet_may_be_kept_by_the_browser() {
        String page = ask("GET /console/sign-in.xhtml", null).body();
        String sheet =
                page.replaceAll("(?s).*href=\"([^\"]+css[^\"]*)\".*", "$1").replace("&amp;", "&");
        Reply reply = ask("GET " + sheet, null);
        assertThat(reply.status()).as(sheet).isEqualTo(200);
        assertThat(reply.header("Cache-Control")).doesNotContain("no-store");
        assertThat(reply.header("Content-Security-Policy")).containsExactly(OF_CONSOLE);
        assertPlain(reply);
    }

    @Test
    void the_openapi_document_is_for_no_page_of_another_origin() {
        Reply reply = RawHttp.ask(server, "GET /openapi HTTP/1.1", "Origin: https://evil.example");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.headers()).noneMatch(line -> line.startsWith("Access-Control"));
    }

    @Test
    void nothing_a_caller_sends_amiss_is_a_stack_trace_in_the_log() {
        for (String amiss : List.of("GET /%c0%ae%c0%ae/", "GET media-enricher", "OPTIONS *")) {
            ask(amiss, null);
        }
        RawHttp.ask(
                server,
                "POST /media-enricher/enrich HTTP/1.1",
                "Authorization: Bearer " + tenant.token("admin").sign(),
                "Accept: nonsense",
                "Content-Type: nonsense; x",
                "Content-Length: 0");
        assertThat(Testbed.node().stackTracesInLog())
                .noneMatch(line -> line.contains("RESTEASY") || line.contains("UT0"));
    }

    @Test
    void over_tls_alone_browsers_are_told_to_stay_with_it() {
        Reply secure = RawHttp.ask(Testbed.node().secureAddress(), "GET /functions/v1/health HTTP/1.1");
        assertThat(secure.status()).isEqualTo(200);
        assertThat(secure.header("Strict-Transport-Security")).containsExactly("max-age=31536000");
        assertThat(ask("GET /functions/v1/health", null).header("Strict-Transport-Security"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /media-enricher/%zz HTTP/1.1\nHost: x\n",
                "GET /media-enricher/runs%00 HTTP/1.1\nHost: x\n",
                "GET /media-enricher/../../etc/passwd HTTP/1.1\nHost: x\n",
                "GET /media-enricher/..%2f..%2fetc/passwd HTTP/1.1\nHost: x\n",
                "GET /%c0%ae%c0%ae/ HTTP/1.1\nHost: x\n",
                "GET /media-enricher/runs HTTP/9.9\nHost: x\n",
                "GET /media-enricher/runs\nHost: x\n",
                "GET /media-enricher/runs?after=%zz HTTP/1.1\nHost: x\n",
                "TRACE /media-enricher/runs HTTP/1.1\nHost: x\n",
                "CONNECT example.org:443 HTTP/1.1\nHost: x\n",
                "GET /a b HTTP/1.1\nHost: x\n",
                "GET /media-enricher/runs HTTP/1.1\n",
                "GET /functions/v1/health HTTP/1.1\nHost: x\nContent-Length: -1\n",
                "GET /functions/v1/health HTTP/1.1\nHost: x\nContent-Length: nine\n",
                "POST /media-enricher/enrich HTTP/1.1\nHost: x\nTransfer-Encoding: chunked\nContent-Length: 3\n",
                "GET /functions/v1/health HTTP/1.1\nHost: x\nbad header\n",
                "\u0016\u0003\u0001\u0002\n"
            })
    void what_is_hardly_http_is_refused_without_a_word_about_the_server(String request) {
        Reply reply = RawHttp.send(server, request + "Connection: close\n\n");
        assertThat(reply.status()).as(request + " -> " + reply).isIn(0, 200, 400, 401, 404, 405, 413, 505);
        assertTellsNothing(reply);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | {\"bucket\"        | 400",
                "application/json | []                 | 400",
                "application/json | \"x\"              | 400",
                "application/json | {\"bucket\":{}}    | 400",
                "text/plain       | {}                 | 415",
                "nonsense         | {}                 | 400",
                "application/xml  | <x/>               | 415"
            })
    void a_body_that_cannot_be_read_is_the_sender_s_fault(String type, String body, int status) {
        String head = "POST /media-enricher/enrich HTTP/1.1\nHost: x\nConnection: close\nAuthorization: Bearer "
                + tenant.token("admin").sign();
        Reply reply = RawHttp.send(
                server, head + "\nContent-Type: " + type + "\nContent-Length: " + body.length() + "\n\n" + body);
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).containsExactly("application/problem+json");
        assertPlain(reply);
    }

    private Reply ask(String line, String role) {
        return role == null
                ? RawHttp.ask(server, line + " HTTP/1.1")
                : RawHttp.ask(
                        server,
                        line + " HTTP/1.1",
                        "Authorization: Bearer " + tenant.token(role).sign());
    }

    /** Every header that must be there, once; none that tells of the server. */
    private static void assertPlain(Reply reply) {
        ALWAYS.forEach((name, value) -> assertThat(reply.header(name)).as(name).containsExactly(value));
        assertTellsNothing(reply);
    }

    private static void assertTellsNothing(Reply reply) {
        assertThat(reply.header("Server")).isEmpty();
        assertThat(reply.header("X-Powered-By")).isEmpty();
        assertThat(reply.body())
                .doesNotContainIgnoringCase("undertow")
                .doesNotContainIgnoringCase("wildfly")
                .doesNotContainIgnoringCase("resteasy")
                .doesNotContain("Exception")
                .doesNotContain("\tat ");
    }
}

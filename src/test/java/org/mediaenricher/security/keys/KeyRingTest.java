package org.mediaenricher.security.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mediaenricher.problems.MapConfig;

/** Keys come and go while the server runs, and whoever publishes them may misbehave in any way. */
class KeyRingTest {
    private final Map<String, String> settings = new TreeMap<>();
    private final SettableClock clock = new SettableClock();
    private final AtomicInteger fetches = new AtomicInteger();
    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer issuer;
    private volatile HttpHandler answer;

    @TempDir
    Path folder;

    @BeforeEach
    void start_an_issuer() throws IOException {
        issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer.setExecutor(threads);
        issuer.createContext("/", exchange -> {
            fetches.incrementAndGet();
            answer.handle(exchange);
        });
        issuer.start();
    }

    @AfterEach
    void stop_the_issuer() {
        over.countDown();
        issuer.stop(0);
        threads.shutdownNow();
    }

    @Test
    void a_retired_key_is_forgotten_and_a_new_one_learnt_when_the_file_is_read_again() throws IOException {
        Path file = Files.writeString(folder.resolve("jwks.json"), set("old", "new"));
        settings.put("mediaenricher.security.jwks-file", file.toString());
        KeyRing ring = ring();
        assertThat(ring.candidates("HS256", Optional.of("old"))).hasSize(1);
        Files.writeString(file, set("new"));
        ring.refresh();
        assertThat(ring.candidates("HS256", Optional.of("old"))).hasSize(1);
        clock.pass(Duration.ofSeconds(15));
        ring.refresh();
        assertThat(ring.candidates("HS256", Optional.of("old"))).isEmpty();
        assertThat(ring.candidates("HS256", Optional.of("new"))).hasSize(1);
    }

    @Test
    void the_last_key_may_be_retired_too() throws IOException {
        answer = says(200, set("a"));
        KeyRing ring = ofTheIssuer();
        answer = says(200, "{\"keys\":[]}");
        later(ring, Duration.ofSeconds(15));
        assertThat(ring.isReady()).isFalse();
    }

    @Test
    void a_kid_nobody_knows_has_the_issuer_asked_again_at_once() throws IOException {
        answer = says(200, set("a"));
        KeyRing ring = ofTheIssuer();
        answer = says(200, set("a", "b"));
        ring.refresh();
        assertThat(fetches).hasValue(1);
        assertThat(ring.candidates("HS256", Optional.of("b"))).isEmpty();
        ring.refresh();
        assertThat(ring.candidates("HS256", Optional.of("b"))).hasSize(1);
    }

    @Test
    void while_the_issuer_fails_its_keys_stay_good_for_an_hour() throws IOException {
        answer = says(200, set("a"));
        KeyRing ring = ofTheIssuer();
        for (HttpHandler failing : List.of(
                says(503, ""), says(404, "nothing"), says(200, "<html>"), says(200, " ".repeat(600_000)), redirect())) {
            answer = failing;
            later(ring, Duration.ofMinutes(11));
            assertThat(ring.candidates("HS256", Optional.of("a"))).hasSize(1);
        }
        later(ring, Duration.ofMinutes(6));
        assertThat(ring.isReady()).isFalse();
        answer = says(200, set("a"));
        later(ring, Duration.ofMinutes(1));
        assertThat(ring.isReady()).isTrue();
    }

    @Test
    void a_redirect_is_not_followed() throws IOException {
        answer = says(200, set("a"));
        KeyRing ring = ofTheIssuer();
        answer = redirect();
        int before = fetches.get();
        later(ring, Duration.ofMinutes(1));
        assertThat(fetches).hasValue(before + 1);
    }

    @Test
    void an_answer_that_never_ends_is_given_up() throws IOException {
        answer = says(200, set("a"));
        KeyRing ring = ofTheIssuer();
        answer = this::drip;
        later(ring, Duration.ofMinutes(1));
        assertThat(ring.candidates("HS256", Optional.of("a"))).hasSize(1);
    }

    @Test
    void a_set_with_a_secret_everybody_knows_changes_nothing() throws IOException {
        answer = says(200, set("a"));
        KeyRing ring = ofTheIssuer();
        answer = says(200, "{\"keys\":[{\"kty\":\"oct\",\"kid\":\"x\",\"k\":\"c2VjcmV0\"}]}");
        later(ring, Duration.ofMinutes(1));
        assertThat(ring.candidates("HS256", Optional.of("a"))).hasSize(1);
        assertThat(ring.candidates("HS256", Optional.of("x"))).isEmpty();
    }

    @Test
    void a_token_s_kid_chooses_among_the_keys() {
        settings.put("mediaenricher.security.jwks", set("a", "b"));
        settings.put("mediaenricher.security.jwt-secret", "kJ8s0Lx2uQ7vT4yR1wZ6nB3mC9dF5gHa");
        KeyRing ring = ring();
        assertThat(ring.candidates("HS256", Optional.of("a"))).singleElement().satisfies(this::isNamedA);
        assertThat(ring.candidates("HS256", Optional.empty())).hasSize(3);
        assertThat(ring.candidates("RS256", Optional.of("a"))).isEmpty();
        assertThat(ring.candidates("none", Optional.empty())).isEmpty();
        assertThat(ring.candidates("HS256", Optional.of("as/the+issuer=names")))
                .singleElement()
                .satisfies(key -> assertThat(key.kid()).isEmpty());
        for (String kid : List.of("../../etc/passwd", "/dev/null", "' or 1=1 --", "http://evil/", "a b", "")) {
            assertThat(ring.candidates("HS256", Optional.of(kid))).as(kid).isEmpty();
        }
    }

    private void isNamedA(VerificationKey key) {
        assertThat(key.kid()).contains("a");
    }

    private KeyRing ofTheIssuer() {
        settings.put(
                "mediaenricher.security.jwks-url",
                "http://localhost:" + issuer.getAddress().getPort() + "/jwks");
        return ring();
    }

    private KeyRing ring() {
        return new KeyRing(new KeySettings(new MapConfig(settings)), clock);
    }

    private void later(KeyRing ring, Duration span) {
        clock.pass(span);
        ring.refresh();
    }

    private static String set(String... kids) {
        StringBuilder keys = new StringBuilder();
        for (String kid : kids) {
            byte[] secret =
                    ("a-key-of-its-own-for-" + kid + "-9xQ2vB7").repeat(2).getBytes(StandardCharsets.UTF_8);
            keys.append(keys.isEmpty() ? "" : ",")
                    .append("{\"kty\":\"oct\",\"kid\":\"%s\",\"alg\":\"HS256\",\"k\":\"%s\"}"
                            .formatted(
                                    kid, Base64.getUrlEncoder().withoutPadding().encodeToString(secret)));
        }
        return "{\"keys\":[" + keys + "]}";
    }

    private static HttpHandler says(int status, String body) {
        return exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            try (exchange) {
                exchange.getResponseBody().write(bytes);
            }
        };
    }

    private static HttpHandler redirect() {
        return exchange -> {
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        };
    }

    /** The head, one byte, and then nothing until the test is over. */
    private void drip(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 1000);
        exchange.getResponseBody().write('{');
        exchange.getResponseBody().flush();
        try (exchange) {
            over.await();
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stands still until it is told. */
    private static final class SettableClock extends Clock {
        private Instant now = Instant.parse("2026-11-01T12:00:00Z");

        void pass(Duration span) {
            now = now.plus(span);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}

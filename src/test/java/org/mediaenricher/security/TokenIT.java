package org.mediaenricher.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mediaenricher.harness.Api;
import org.mediaenricher.harness.Tenant;
import org.mediaenricher.harness.Testbed;
import org.mediaenricher.harness.Tokens;

/** Whose token opens what. */
@TestInstance(Lifecycle.PER_CLASS)
class TokenIT {
    private static final String RUNS = "/media-enricher/runs";
    private static final String BACKFILL = "/media-enricher/backfill?bucket=b&dry_run=true";

    private final Tenant tenant = Tenant.fresh();

    @BeforeAll
    void make_a_bucket() {
        tenant.bucket("b");
    }

    @Test
    void without_a_token_nothing_but_health_answers() {
        Api nobody = Api.nobody(Testbed.node().address());
        for (String place : new String[] {RUNS, "/functions/v1/media-enricher/runs", "/media-enricher/none"}) {
            Api.Answer answer = nobody.get(place);
            assertThat(answer.status()).as(place).isEqualTo(401);
            assertThat(answer.header("Content-Type").orElse("")).startsWith("application/problem+json");
            assertThat(answer.header("WWW-Authenticate").orElse("")).startsWith("Bearer");
        }
        assertThat(nobody.post(BACKFILL, "{}").status()).isEqualTo(401);
        assertThat(nobody.get("/functions/v1/health").status()).isEqualTo(200);
    }

    @Test
    void good_tokens_of_both_keys_are_taken() {
        assertThat(status(tenant.token("viewer").sign())).isEqualTo(200);
        assertThat(status(tenant.token("viewer").signWithSecret())).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "a.b.c", "..", "e30.e30.", "null", "Bearer"})
    void garbage_is_no_token(String text) {
        assertThat(status(text)).isEqualTo(401);
    }

    @Test
    void a_token_lives_half_a_minute_longer_than_it_says() {
        assertThat(status(expired(Duration.ofSeconds(31)).sign())).isEqualTo(401);
        assertThat(status(expired(Duration.ofSeconds(20)).sign())).isEqualTo(200);
        assertThat(status(tenant.token("viewer").claim("exp", null).sign())).isEqualTo(401);
        assertThat(status(tenant.token("viewer").claim("exp", "tomorrow").sign()))
                .isEqualTo(401);
    }

    @Test
    void another_issuer_is_refused() {
        assertThat(status(tenant.token("viewer")
                        .claim("iss", "https://evil.example.org")
                        .sign()))
                .isEqualTo(401);
        assertThat(status(tenant.token("viewer").claim("iss", null).sign())).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "NONE", "nOnE", ""})
    void an_unsigned_token_is_refused(String algorithm) {
        String[] parts = tenant.token("admin").sign().split("\\.");
        String head = base64("{\"typ\":\"JWT\",\"alg\":\"" + algorithm + "\"}");
        assertThat(status(head + "." + parts[1] + ".")).isEqualTo(401);
        assertThat(status(head + "." + parts[1] + "." + parts[2])).isEqualTo(401);
    }

    /** The classic confusion of keys (RFC 8725 section 2.1). */
    @Test
    void the_public_key_is_no_secret_to_sign_with() throws IOException, GeneralSecurityException {
        Path publicKey = Path.of(Testbed.sandbox().settings().get("mediaenricher.security.jwt-public-key"));
        String pem = Files.readString(publicKey);
        byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        for (byte[] secret : new byte[][] {pem.getBytes(UTF_8), pem.strip().getBytes(UTF_8), der}) {
            String content = base64("{\"typ\":\"JWT\",\"alg\":\"HS256\"}") + "."
                    + tenant.token("admin").sign().split("\\.")[1];
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            String signature =
                    Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(content.getBytes(UTF_8)));
            assertThat(status(content + "." + signature)).isEqualTo(401);
        }
    }

    @Test
    void a_claim_changed_after_signing_is_noticed() {
        String[] viewer = tenant.token("viewer").sign().split("\\.");
        String[] admin = tenant.token("admin").sign().split("\\.");
        assertThat(status(viewer[0] + "." + admin[1] + "." + viewer[2])).isEqualTo(401);
    }

    @Test
    void only_operators_and_admins_open_runs() {
        assertThat(backfill(tenant.token("operator"))).isEqualTo(200);
        assertThat(backfill(tenant.token("admin"))).isEqualTo(200);
        assertThat(backfill(tenant.token("viewer"))).isEqualTo(403);
        assertThat(backfill(tenant.token("emperor"))).isEqualTo(403);
        assertThat(backfill(tenant.token("service_role"))).isEqualTo(403);
        assertThat(backfill(tenant.token("admin").claim("role", "anon"))).isEqualTo(403);
        assertThat(backfill(tenant.token("admin").claim("role", null))).isEqualTo(403);
        assertThat(backfill(tenant.token("admin").claim("role", "postgres"))).isEqualTo(403);
    }

    @Test
    void what_users_write_about_themselves_does_not_count() {
        Tokens.Draft viewer = tenant.token("viewer")
                .claim("user_metadata", Map.of("user_role", "admin", "role", "service_role"))
                .claim("groups", new String[] {"admin", "service_role"});
        assertThat(backfill(viewer)).isEqualTo(403);
        Tokens.Draft homeless = tenant.token("admin")
                .claim("app_metadata", Map.of("user_role", "admin"))
                .claim("user_metadata", Map.of("tenant_id", tenant.id().toString()));
        assertThat(backfill(homeless)).isEqualTo(403);
    }

    @Test
    void a_service_acts_for_the_tenant_it_names() {
        String service = tenant.token("none")
                .claim("role", "service_role")
                .claim("app_metadata", null)
                .sign();
        Api caller = Api.bearer(Testbed.node().address(), service);
        assertThat(caller.send(
                                "POST",
                                BACKFILL,
                                "{}",
                                "X-Tenant-Id",
                                tenant.id().toString())
                        .status())
                .isEqualTo(200);
        assertThat(caller.send(
                                "POST",
                                BACKFILL,
                                "{}",
                                "X-Tenant-Id",
                                UUID.randomUUID().toString())
                        .status())
                .isEqualTo(404);
        assertThat(caller.send("POST", BACKFILL, "{}", "X-Tenant-Id", "x").status())
                .isEqualTo(403);
        assertThat(caller.post(BACKFILL, "{}").status()).isEqualTo(403);
    }

    @Test
    void a_user_cannot_name_another_tenant() {
        Tenant other = Tenant.fresh();
        other.bucket("theirs");
        assertThat(tenant.admin()
                        .send(
                                "POST",
                                "/media-enricher/backfill?bucket=theirs&dry_run=true",
                                "{}",
                                "X-Tenant-Id",
                                other.id().toString())
                        .status())
                .isEqualTo(404);
    }

    /** Issued an hour ago. */
    private Tokens.Draft expired(Duration ago) {
        Instant anHourAgo = Instant.now().minus(Duration.ofHours(1));
        return tenant.token("viewer").validFor(ago.negated()).claim("iat", anHourAgo.getEpochSecond());
    }

    private static int status(String token) {
        return Api.bearer(Testbed.node().address(), token).get(RUNS).status();
    }

    private static int backfill(Tokens.Draft token) {
        return Api.bearer(Testbed.node().address(), token.sign())
                .post(BACKFILL, "{}")
                .status();
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
}

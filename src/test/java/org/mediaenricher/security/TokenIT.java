package org.mediaenricher.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
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

    private static final String AUDITED = "select count(*) from audit.enricher_invocations where tenant_id = ?";

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
    void good_tokens_of_every_key_are_taken() {
        assertThat(status(tenant.token("viewer").sign())).isEqualTo(200);
        assertThat(status(tenant.token("viewer").signWithSecret())).isEqualTo(200);
        assertThat(status(tenant.token("viewer").signWithCurve())).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "a.b.c", "..", "e30.e30.", "null", "Bearer"})
    void garbage_is_no_token(String text) {
        assertThat(status(text)).isEqualTo(401);
    }

    @Test
    void no_forged_token_opens_anything_or_leaves_a_trace() {
        Map<String, String> forged = new ForgedTokens(tenant).all();
        assertThat(forged).hasSizeGreaterThan(60);
        Map<String, Integer> opened = new TreeMap<>();
        long before = tenant.number(AUDITED, tenant.id());
        forged.forEach((trick, token) -> {
            int status = status(token);
            if (status != 401) {
                opened.put(trick, status);
            }
        });
        assertThat(opened).isEmpty();
        assertThat(tenant.number(AUDITED, tenant.id())).isEqualTo(before);
    }

    @Test
    void a_token_lives_half_a_minute_longer_than_it_says() {
        assertThat(status(expired(Duration.ofSeconds(31)).sign())).isEqualTo(401);
        assertThat(status(expired(Duration.ofSeconds(29)).sign())).isEqualTo(200);
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
}

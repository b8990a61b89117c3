package org.mediaenricher.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.mediaenricher.harness.Api;
import org.mediaenricher.harness.Sandbox;
import org.mediaenricher.harness.ServerNode;
import org.mediaenricher.harness.ServerNodePlan;
import org.mediaenricher.harness.Tenant;
import org.mediaenricher.harness.Testbed;
import org.mediaenricher.harness.Tokens;

/** Callers who are too fast are told to wait. On two nodes whose buckets take an hour for a token, so none comes back. */
@TestInstance(Lifecycle.PER_CLASS)
class RateLimitIT {
    private static final String RUNS = "/media-enricher/runs";
    private static final int CALLER = 40;
    private static final int ADMIN = 70;
    private static final int TENANT = 100;

    private final Sandbox sandbox = Testbed.sandbox();
    private ServerNode one;
    private ServerNode other;

    @BeforeAll
    void start() {
        one = sandbox.start(plan("limits-one"));
        other = sandbox.start(plan("limits-other"));
    }

    @AfterAll
    void stop() {
        one.close();
        other.close();
    }

    @Test
    void fifty_at_once_on_two_nodes_get_exactly_the_burst() throws Exception {
        Tenant tenant = Tenant.on(sandbox, one);
        String token = tenant.token("viewer").sign();
        assertThat(granted(token, 150)).isEqualTo(CALLER);
    }

    @Test
    void a_refusal_says_when_to_come_back_and_every_answer_what_is_left() {
        Tenant tenant = Tenant.on(sandbox, one);
        Api caller = tenant.caller("operator");
        Api.Answer first = caller.get(RUNS);
        assertThat(first.header("RateLimit-Policy")).hasValue("\"caller\";q=40;w=144000, \"tenant\";q=100;w=360000");
        assertThat(first.header("RateLimit").orElseThrow()).startsWith("\"caller\";r=39;t=3600, \"tenant\";r=99;t=");
        Api.Answer missing = caller.get(RUNS + "/" + UUID.randomUUID());
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.header("RateLimit").orElseThrow()).startsWith("\"caller\";r=38;");
        Api.Answer refused = drained(caller);
        assertThat(refused.header("Content-Type")).hasValue("application/problem+json");
        assertThat(refused.json().get("status").asInt()).isEqualTo(429);
        assertThat(Long.parseLong(refused.header("Retry-After").orElseThrow())).isBetween(3500L, 3600L);
        assertThat(refused.header("RateLimit").orElseThrow()).startsWith("\"caller\";r=0;");
    }

    @Test
    void no_header_makes_somebody_else_of_a_caller() {
        Tenant tenant = Tenant.on(sandbox, one);
        Api caller = tenant.caller("viewer");
        drained(caller);
        UUID stranger = UUID.randomUUID();
        String[][] disguises = {
            {"X-Forwarded-For", "203.0.113.7"},
            {"X-Real-IP", "203.0.113.7"},
            {"Forwarded", "for=203.0.113.7"},
            {"X-Tenant-Id", stranger.toString()},
            {"apikey", "another"},
            {"x-client-info", "another"}
        };
        for (String[] disguise : disguises) {
            assertThat(caller.send("GET", RUNS, "", disguise).status())
                    .as(disguise[0])
                    .isEqualTo(429);
        }
        assertThat(caller.get("/functions/v1/media-enricher/runs").status()).isEqualTo(429);
        assertThat(caller.get("/functions/v1/health").status()).isEqualTo(200);
    }

    @Test
    void what_is_refused_for_another_reason_counts_too() {
        Tenant tenant = Tenant.on(sandbox, one);
        Api viewer = tenant.caller("viewer");
        for (int turn = 0; turn < CALLER / 2; turn++) {
            assertThat(viewer.post("/media-enricher/backfill?bucket=b", "{}").status())
                    .isEqualTo(403);
            assertThat(viewer.get("/media-enricher/nowhere").status()).isEqualTo(404);
        }
        assertThat(viewer.get(RUNS).status()).isEqualTo(429);
    }

    @Test
    void admins_and_services_may_be_faster() {
        Tenant tenant = Tenant.on(sandbox, one);
        assertThat(grantedInTurn(tenant.admin())).isEqualTo(ADMIN);
        Tenant served = Tenant.on(sandbox, one);
        Tokens.Draft service =
                served.token("viewer").claim("role", "service_role").claim("sub", null);
        Api caller =
                Api.bearer(one.address(), service.claim("app_metadata", null).sign());
        String[] here = {"X-Tenant-Id", served.id().toString()};
        for (int turn = 0; turn < ADMIN; turn++) {
            assertThat(caller.send("GET", RUNS, "", here).status()).isEqualTo(200);
        }
        assertThat(caller.send("GET", RUNS, "", here).status()).isEqualTo(429);
    }

    @Test
    void a_tenant_s_callers_share_its_bucket_and_take_from_no_other_tenant() {
        Tenant noisy = Tenant.on(sandbox, one);
        Tenant quiet = Tenant.on(sandbox, other);
        drained(noisy.caller("viewer"));
        drained(noisy.caller("viewer"));
        assertThat(grantedInTurn(noisy.caller("viewer"))).isEqualTo(TENANT - 2 * CALLER);
        Api.Answer refused = noisy.caller("viewer").get(RUNS);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("RateLimit").orElseThrow()).startsWith("\"caller\";r=40;");
        assertThat(quiet.caller("viewer").get(RUNS).header("RateLimit").orElseThrow())
                .contains("\"tenant\";r=99;");
    }

    @Test
    void the_first_refusal_of_a_series_is_in_the_audit_log_and_no_other() {
        Tenant tenant = Tenant.on(sandbox, one);
        Api caller = tenant.caller("viewer");
        drained(caller);
        for (int turn = 0; turn < 20; turn++) {
            assertThat(caller.post("/media-enricher/enrich", "{}").status()).isEqualTo(429);
        }
        assertThat(tenant.number(
                        "select count(*) from audit.enricher_invocations where tenant_id = ? and result = 'too-many'",
                        tenant.id()))
                .isOne();
    }

    private long granted(String token, int requests) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(50);
        try {
            List<Future<Integer>> asked = IntStream.range(0, requests)
                    .mapToObj(turn -> turn % 2 == 0 ? one : other)
                    .map(node -> pool.submit(
                            () -> Api.bearer(node.address(), token).get(RUNS).status()))
                    .toList();
            long granted = 0;
            for (Future<Integer> status : asked) {
                assertThat(status.get()).isIn(200, 429);
                granted += status.get() == 200 ? 1 : 0;
            }
            return granted;
        } finally {
            pool.shutdown();
        }
    }

    private static long grantedInTurn(Api caller) {
        return IntStream.iterate(0, turn -> turn + 1)
                .takeWhile(turn -> caller.get(RUNS).status() == 200)
                .count();
    }

    private static Api.Answer drained(Api caller) {
        for (int turn = 0; turn < CALLER; turn++) {
            Api.Answer answer = caller.get(RUNS);
            if (answer.status() == 429) {
                return answer;
            }
        }
        return caller.get(RUNS);
    }

    private ServerNodePlan plan(String name) {
        return sandbox.plan(name)
                .setting("mediaenricher.limits.caller-rate", "1/h")
                .setting("mediaenricher.limits.caller-burst", Integer.toString(CALLER))
                .setting("mediaenricher.limits.admin-rate", "1/h")
                .setting("mediaenricher.limits.admin-burst", Integer.toString(ADMIN))
                .setting("mediaenricher.limits.tenant-rate", "1/h")
                .setting("mediaenricher.limits.tenant-burst", Integer.toString(TENANT));
    }
}

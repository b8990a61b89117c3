package org.mediaenricher.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.mediaenricher.demo.sample.CameraJpegs;
import org.mediaenricher.harness.Api;
import org.mediaenricher.harness.RawHttp;
import org.mediaenricher.harness.Rows;
import org.mediaenricher.harness.Sandbox;
import org.mediaenricher.harness.ServerNode;
import org.mediaenricher.harness.Tenant;
import org.mediaenricher.harness.Testbed;

/**
 * A node with one connection, which every request of every tenant must take in turn, also after one that failed in
 * SQL or whose client went away: no scope is left on it, and nobody needs a second one.
 */
@TestInstance(Lifecycle.PER_CLASS)
class SmallPoolIT {
    private static final int REQUESTS = 5_000;
    private static final int CLIENTS = 8;
    private static final int TENANTS = 3;
    private static final List<String> ROLES = List.of("viewer", "operator", "admin", "service");

    private final Sandbox sandbox = Testbed.sandbox();
    private final List<Member> members = new ArrayList<>();
    private final Map<Integer, AtomicInteger> statuses = new ConcurrentHashMap<>();
    private ServerNode node;

    /**
     * A caller of a tenant.
     *
     * @param bucket a name that no other tenant's answers may hold
     */
    private record Member(String role, String token, Tenant tenant, String bucket, String run, String asset) {}

    @BeforeAll
    void start() {
        node = sandbox.start(sandbox.plan("small-pool").setting("mediaenricher.database.pool-size", "1"));
        for (int number = 0; number < TENANTS; number++) {
            Tenant tenant = Tenant.fresh();
            String bucket = "bucket-of-" + tenant.id().toString().substring(0, 13);
            CameraJpegs.small(6).withBrokenEvery(3).fill(tenant.bucket(bucket));
            String run = tenant.backfill("bucket=" + bucket).get("id").asText();
            String asset = tenant.assets().get(0).get("id").toString();
            ROLES.forEach(role -> members.add(new Member(role, token(tenant, role), tenant, bucket, run, asset)));
        }
        owner("alter table public.media_assets add constraint no_poison check (not tags @> '{poison}') not valid");
    }

    @AfterAll
    void stop() {
        node.close();
        owner("alter table public.media_assets drop constraint if exists no_poison");
    }

    @Test
    void five_thousand_mixed_requests_show_nobody_a_foreign_row() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<?>> done = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                Random random = new Random(client);
                done.add(clients.submit(
                        () -> IntStream.range(0, REQUESTS / CLIENTS).forEach(turn -> ask(random))));
            }
            for (Future<?> one : done) {
                one.get();
            }
        } finally {
            clients.shutdown();
        }
        assertThat(statuses.keySet())
                .containsAll(List.of(200, 400, 403, 404, 409))
                .isSubsetOf(200, 400, 403, 404, 409);
        assertThat(node.stackTracesInLog()).isEmpty();
        for (Member member : members) {
            assertThat(send(member, "GET", "/media-enricher/runs", "").status()).isEqualTo(200);
        }
    }

    private void ask(Random random) {
        Member me = members.get(random.nextInt(members.size()));
        Member other = members.get(random.nextInt(members.size()));
        switch (random.nextInt(12)) {
            case 0, 1 -> check(me, "GET", "/media-enricher/runs?limit=100", "");
            case 2 -> check(me, "GET", "/media-enricher/runs/" + other.run(), "");
            case 3 -> check(me, "GET", "/media-enricher/runs/" + other.run() + "/failures", "");
            case 4 -> check(me, "GET", "/media-enricher/assets/" + other.asset(), "");
            case 5 -> check(me, "GET", "/media-enricher/assets/" + other.asset() + "/duplicates", "");
            case 6 -> check(me, "POST", "/media-enricher/backfill?dry_run=true&bucket=" + other.bucket(), "{}");
            case 7 -> check(me, "PUT", tags(other), "{\"tags\":[\"" + me.bucket() + "\"]}");
            case 8 -> check(me, "PUT", tags(other), "{\"tags\":[\"poison\"]}");
            case 9 -> check(me, "GET", "/media-enricher/runs?limit=many&after=x", "");
            case 10 -> check(me, "POST", "/media-enricher/enrich", "{\"bucket\":\"" + other.bucket() + "\",\"path\":7");
            default -> goAway(me, random);
        }
    }

    private static String tags(Member of) {
        return "/media-enricher/assets/" + of.asset() + "/tags";
    }

    private void check(Member me, String method, String path, String body) {
        Api.Answer answer = send(me, method, path, body);
        statuses.computeIfAbsent(answer.status(), status -> new AtomicInteger()).incrementAndGet();
        for (Member other : members) {
            if (other.tenant() != me.tenant() && !path.contains(other.bucket()) && !body.contains(other.bucket())) {
                assertThat(answer.body()).as("%s %s as %s", method, path, me).doesNotContain(other.bucket());
            }
        }
        if (method.equals("GET") && answer.status() == 200 && path.contains("?limit=100")) {
            assertThat(answer.body()).contains(me.run());
        }
    }

    /** Without waiting for the answer, or even without ending the request. */
    private void goAway(Member me, Random random) {
        String head = " HTTP/1.1\nHost: x\nAuthorization: Bearer " + me.token() + "\nX-Tenant-Id: "
                + me.tenant().id() + "\n";
        RawHttp.abort(
                node.address(),
                switch (random.nextInt(3)) {
                    case 0 -> "GET /media-enricher/runs?limit=1000" + head + "\n";
                    case 1 -> "PUT " + tags(me) + head + "Content-Type: application/json\nContent-Length: 500\n\n{\"ta";
                    default -> "POST /media-enricher/backfill?dry_run=true&bucket=" + me.bucket() + head + "\n";
                });
    }

    private Api.Answer send(Member me, String method, String path, String body) {
        return Api.bearer(node.address(), me.token())
                .send(method, path, body, "X-Tenant-Id", me.tenant().id().toString());
    }

    private static String token(Tenant tenant, String role) {
        return role.equals("service")
                ? tenant.token(role)
                        .claim("role", "service_role")
                        .claim("app_metadata", null)
                        .sign()
                : tenant.token(role).sign();
    }

    private void owner(String sql) {
        try (Connection owner = sandbox.database().owner()) {
            Rows.of(owner, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.mediaenricher.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mediaenricher.demo.sample.CameraJpegs;
import org.mediaenricher.harness.Api;
import org.mediaenricher.harness.ApiDocument;
import org.mediaenricher.harness.ApiDocument.Operation;
import org.mediaenricher.harness.Tenant;
import org.mediaenricher.harness.Testbed;

/**
 * Another tenant's id is answered as one that never was, by every operation of the OpenAPI document that takes an id.
 * An operation whose ids this test does not know fails it, so a new one is covered or is noticed.
 */
@TestInstance(Lifecycle.PER_CLASS)
class ForeignIdIT {
    private static final String NIGHTLY = """
            {"name": "nightly", "expression": "0 3 * * *", "kind": "backfill-bucket", "payload": {"bucket": "b"}}
            """;

    /** Whose ids stand in a path, by what it begins with. */
    private static final Map<String, String> TABLES = Map.of(
            "/media-enricher/runs/{id}", "public.media_enrich_runs",
            "/media-enricher/assets/{id}", "public.media_assets",
            "/api/operators/{id}", "enricher.operators",
            "/api/jobs/{id}", "public.jobs",
            "/api/dead-letters/{id}", "public.jobs_dlq",
            "/api/job-actions/{id}", "public.job_actions",
            "/api/schedules/{id}", "public.schedules");

    /** Ids that are numbers. */
    private static final Set<String> NUMBERED = Set.of("public.jobs", "public.jobs_dlq");

    /** Query parameters that are no ids. */
    private static final Set<String> NO_IDS = Set.of(
            "bucket",
            "prefix",
            "limit",
            "mode",
            "looks",
            "skip_limit",
            "dry_run",
            "status",
            "code",
            "distance",
            "kind",
            "text",
            "seconds",
            "started_by",
            "since",
            "until");

    /**
     * What {@code after} is, by operation: a run, an execution of one, the path of an object, a name or a time, for which no tenant has
     * another's.
     */
    private static final Map<String, String> AFTER = Map.of(
            "GET /media-enricher/runs", "a run",
            "GET /media-enricher/runs/{id}/failures", "a path",
            "GET /api/jobs", "a number",
            "GET /api/dead-letters", "a number",
            "GET /api/job-actions", "an action",
            "GET /media-enricher/runs/{id}/executions", "an execution",
            "GET /api/schedules", "a name",
            "GET /api/schedules/{id}/ticks", "a time");

    /** Bodies without which an operation would not even look for the id. */
    private static final Map<String, String> BODIES = Map.of(
            "PUT /media-enricher/assets/{id}/tags", "{\"tags\":[]}",
            "PUT /api/operators/{id}", "{\"user_role\":\"admin\"}",
            "PUT /api/schedules/{id}", NIGHTLY);

    /** Queries without which it would not either. */
    private static final Map<String, String> QUERIES = Map.of("POST /api/jobs/{id}/snooze", "?seconds=60");

    private final Tenant owner = Tenant.fresh();
    private final Tenant stranger = Tenant.fresh();
    private List<List<Map<String, Object>>> before;

    @BeforeAll
    void fill() {
        CameraJpegs.small(4).withBrokenEvery(2).fill(owner.bucket("b"));
        CameraJpegs.small(4).withBrokenEvery(2).fill(stranger.bucket("b"));
        owner.backfill("bucket=b");
        stranger.backfill("bucket=b");
        owner.rows(
                "insert into public.jobs (tenant_id, kind, due_at, status) values (?, 'x', now() + interval '1 day', 'scheduled')",
                owner.id());
        owner.rows("""
                insert into public.jobs_dlq (tenant_id, id, due_at, created_at, priority, attempt, max_attempts,
                                             payload_version, crashes, kind, payload, reason)
                values (?, nextval('enricher.job_ids'), now(), now(), 0, 5, 5, 1, 0, 'x', '{}', 'y')
                """, owner.id());
        owner.rows("""
                insert into public.job_actions (tenant_id, id, action, filter, reason, asked_by, expected, status)
                values (?, gen_random_uuid(), 'redrive', '{}', 'x', 'y', 1, 'completed')
                """, owner.id());
        owner.admin().post("/api/operators", "{\"name\":\"kim\",\"user_role\":\"viewer\"}");
        owner.admin().post("/api/schedules", NIGHTLY);
        before = everything();
    }

    @AfterAll
    void nothing_of_the_owner_s_has_changed() {
        assertThat(everything()).isEqualTo(before);
    }

    static Stream<Operation> operationsWithAnId() {
        return ApiDocument.operations(Testbed.node()).stream()
                .filter(operation -> !operation.inPath().isEmpty()
                        && !operation.inPath().equals(List.of("kind"))); // a kind of job is no tenant's
    }

    @Test
    void there_are_such_operations_and_no_query_parameter_is_unknown_here() {
        assertThat(operationsWithAnId()).hasSizeGreaterThanOrEqualTo(9);
        for (Operation operation : ApiDocument.operations(Testbed.node())) {
            List<String> asked = new ArrayList<>(operation.inQuery());
            asked.removeAll(NO_IDS);
            assertThat(asked)
                    .as(operation.toString())
                    .isEqualTo(AFTER.containsKey(operation.toString()) ? List.of("after") : List.of());
        }
    }

    @ParameterizedTest
    @MethodSource("operationsWithAnId")
    void another_tenant_s_id_is_answered_as_one_that_never_was(Operation operation) {
        assertThat(operation.inPath()).as("this test knows how to fill").containsExactly("id");
        String table = TABLES.entrySet().stream()
                .filter(known -> operation.path().startsWith(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new AssertionError("whose id is it in " + operation + "?"));
        for (String path : addresses(operation)) {
            everyRole((role, caller) -> {
                Api.Answer foreign = ask(caller, operation, path, idOf(table));
                Api.Answer random = ask(caller, operation, path, random(table));
                assertThat(foreign.status()).as(role).isEqualTo(random.status());
                assertThat(withoutIds(foreign)).as(role).isEqualTo(withoutIds(random));
                assertThat(foreign.status()).as(role).isEqualTo(mayAsk(role, operation) ? 404 : 403);
            });
        }
    }

    @Test
    void a_list_after_another_tenant_s_run_is_one_after_a_run_that_never_was() {
        everyRole((role, caller) -> {
            String foreign = "/media-enricher/runs?after=" + idOf("public.media_enrich_runs");
            String random = "/media-enricher/runs?after=" + UUID.randomUUID();
            assertThat(caller.ask("GET", foreign, "").body())
                    .as(role)
                    .isEqualTo(caller.ask("GET", random, "").body());
        });
    }

    private static String random(String table) {
        return NUMBERED.contains(table)
                ? String.valueOf(ThreadLocalRandom.current().nextLong(1L << 40, 1L << 50))
                : UUID.randomUUID().toString();
    }

    @Test
    void executions_after_another_tenant_s_are_those_after_one_that_never_was() {
        String run = stranger.rows("select id from public.media_enrich_runs where tenant_id = ?", stranger.id())
                .get(0)
                .get("id")
                .toString();
        everyRole((role, caller) -> {
            String page = "/media-enricher/runs/" + run + "/executions";
            assertThat(caller.ask("GET", page, "").body()).as(role).contains("\"driver\"");
            assertThat(caller.ask("GET", page + "?after=" + idOf("public.batch_executions"), "")
                            .body())
                    .as(role)
                    .isEqualTo(caller.ask("GET", page + "?after=" + UUID.randomUUID(), "")
                            .body());
        });
    }

    private void everyRole(BiConsumer<String, Asker> test) {
        for (String role : List.of("viewer", "operator", "admin")) {
            Api caller = stranger.caller(role);
            test.accept(role, caller::send);
        }
        Api service = Api.bearer(
                Testbed.node().address(),
                stranger.token("none")
                        .claim("role", "service_role")
                        .claim("app_metadata", null)
                        .sign());
        test.accept(
                "service",
                (method, path, body, headers) -> service.send(
                        method, path, body, "X-Tenant-Id", stranger.id().toString()));
    }

    private static Api.Answer ask(Asker caller, Operation operation, String path, String id) {
        return caller.ask(
                operation.method(),
                path.replace("{id}", id) + QUERIES.getOrDefault(operation.toString(), ""),
                BODIES.getOrDefault(operation.toString(), "{}"));
    }

    /** Of the API of the functions there are two. */
    private static List<String> addresses(Operation operation) {
        return operation.path().startsWith("/media-enricher")
                ? List.of(operation.path(), "/functions/v1" + operation.path())
                : List.of(operation.path());
    }

    /** A sentence may say the id it was asked for. */
    private static String withoutIds(Api.Answer answer) {
        return answer.body().replaceAll("[0-9a-f-]{36}|(?<=(job|letter) )\\d+", "ID");
    }

    private static boolean mayAsk(String role, Operation operation) {
        boolean forAdmins = operation.path().startsWith("/api/operators")
                || operation.path().equals("/api/schedules/{id}")
                        && !operation.method().equals("GET");
        return forAdmins
                ? List.of("admin", "service").contains(role)
                : operation.method().equals("GET") || !role.equals("viewer");
    }

    private String idOf(String table) {
        return owner.rows("select id::text from " + table + " where tenant_id = ?", owner.id())
                .get(0)
                .get("id")
                .toString();
    }

    private List<List<Map<String, Object>>> everything() {
        return TABLES.values().stream()
                .sorted()
                .map(table -> owner.rows(
                        "select t::text as row from " + table + " t where tenant_id = ? order by id", owner.id()))
                .toList();
    }

    /** Somebody with a role. */
    private interface Asker {
        Api.Answer ask(String method, String path, String body, String... headers);
    }
}

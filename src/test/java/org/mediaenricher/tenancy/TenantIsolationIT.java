package org.mediaenricher.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mediaenricher.demo.sample.CameraJpegs;
import org.mediaenricher.harness.Api;
import org.mediaenricher.harness.Rows;
import org.mediaenricher.harness.Tenant;
import org.mediaenricher.harness.Testbed;

/** Two tenants with the same bucket name and the same files: neither sees a row of the other, over the API or in SQL. */
@TestInstance(Lifecycle.PER_CLASS)
class TenantIsolationIT {
    private static final String READ = """
            select tenant_id from public.%s
            """;
    private static final String A_RUN = """
            insert into public.media_enrich_runs (tenant_id, id, bucket, mode, trigger, started_by, status)
            values (?, gen_random_uuid(), 'b', 'all', 'backfill', 'x', 'stopped')
            """;

    private final Tenant mine = Tenant.fresh();
    private final Tenant theirs = Tenant.fresh();
    private String theirRun;

    @BeforeAll
    void both_run_a_backfill() throws IOException {
        for (Tenant tenant : List.of(mine, theirs)) {
            CameraJpegs.small(4).withBrokenEvery(4).fill(tenant.bucket("b"));
        }
        Path secret = theirs.bucket("secret");
        Files.writeString(secret.resolve("a.jpg"), "x");
        mine.backfill("bucket=b&looks=true");
        theirRun = theirs.backfill("bucket=b&looks=true").get("id").asText();
    }

    @Test
    void another_tenant_s_run_is_not_found_just_as_one_that_does_not_exist() {
        for (String place : List.of("/%s", "/%s/failures")) {
            assertSameAnswer(
                    mine.admin().get("/media-enricher/runs" + place.formatted(theirRun)),
                    mine.admin().get("/media-enricher/runs" + place.formatted(UUID.randomUUID())));
        }
        for (String act : List.of("stop", "restart", "retry-failed")) {
            assertSameAnswer(
                    mine.admin().post("/media-enricher/runs/" + theirRun + "/" + act, "{}"),
                    mine.admin().post("/media-enricher/runs/" + UUID.randomUUID() + "/" + act, "{}"));
        }
        assertThat(theirs.run(theirRun).get("status").asText()).isEqualTo("completed");
    }

    @Test
    void lists_show_the_caller_s_own_runs_alone() {
        assertThat(mine.admin()
                        .get("/media-enricher/runs?limit=1000")
                        .json()
                        .get("items")
                        .findValuesAsText("id"))
                .isNotEmpty()
                .doesNotContain(theirRun);
        assertThat(mine.admin()
                        .get("/media-enricher/runs?after=" + theirRun)
                        .json()
                        .get("items"))
                .isEmpty();
    }

    @Test
    void another_tenant_s_bucket_is_not_found() {
        assertThat(mine.admin()
                        .post("/media-enricher/backfill?bucket=secret", "{}")
                        .status())
                .isEqualTo(404);
        assertThat(mine.admin()
                        .post("/media-enricher/enrich", "{\"bucket\":\"secret\",\"path\":\"a.jpg\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void an_idempotency_key_of_another_tenant_means_nothing() {
        String key = UUID.randomUUID().toString();
        String place = "/media-enricher/backfill?bucket=b&prefix=none";
        Api.Answer here = mine.admin().send("POST", place, "{}", "Idempotency-Key", key);
        Api.Answer there = theirs.admin().send("POST", place, "{}", "Idempotency-Key", key);
        assertThat(there.status()).isEqualTo(202);
        assertThat(there.json().get("id")).isNotEqualTo(here.json().get("id"));
        mine.ended(here.json().get("id").asText());
        theirs.ended(there.json().get("id").asText());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tenants",
                "buckets",
                "media_assets",
                "media_asset_looks",
                "media_enrich_runs",
                "media_enrich_slices",
                "media_enrich_failures"
            })
    void in_sql_each_role_sees_what_it_may(String table) throws SQLException {
        String read = table.equals("tenants") ? "select id as tenant_id from public.tenants" : READ.formatted(table);
        assertThat(as("authenticated", claims("viewer"), read)).isNotEmpty().allSatisfy(this::isMine);
        assertThat(as("authenticated", "", read)).isEmpty();
        assertThat(as("authenticated", "{}", read)).isEmpty();
        assertThat(as("authenticated", "{\"user_metadata\":{\"tenant_id\":\"" + mine.id() + "\"}}", read))
                .isEmpty();
        assertThat(as("service_role", "", read)).isEmpty();
        assertThat(as("service_role", claims("admin"), read)).isEmpty();
        assertThat(as("service_role", serviceClaims(mine.id()), read))
                .isNotEmpty()
                .allSatisfy(this::isMine);
        assertThat(as("service_role", "{\"role\":\"service_role\"}", read))
                .extracting(row -> row.get("tenant_id"))
                .contains(mine.id(), theirs.id());
        assertRefused("anon", claims("admin"), read);
        assertRefused("none", claims("admin"), read);
    }

    @Test
    void only_operators_and_admins_open_runs_and_only_their_tenant_s() throws SQLException {
        for (String role : List.of("operator", "admin")) {
            as("authenticated", claims(role), A_RUN, mine.id());
            assertRefused("authenticated", claims(role), A_RUN, theirs.id());
        }
        assertRefused("authenticated", claims("viewer"), A_RUN, mine.id());
        assertRefused("service_role", serviceClaims(theirs.id()), A_RUN, mine.id());
    }

    @Test
    void nobody_moves_a_run_to_another_tenant() {
        String move = "update public.media_enrich_runs set tenant_id = ? where tenant_id = '" + mine.id() + "'";
        assertRefused("authenticated", claims("admin"), move, theirs.id());
        assertRefused("service_role", serviceClaims(mine.id()), move, theirs.id());
    }

    @Test
    void a_viewer_changes_nothing() throws SQLException {
        as("authenticated", claims("viewer"), "update public.media_enrich_runs set status = 'failed'");
        assertThat(mine.number(
                        "select count(*) from public.media_enrich_runs where tenant_id = ? and status = 'failed'",
                        mine.id()))
                .isZero();
        for (String sql : List.of(
                "update public.media_assets set width = 1",
                "delete from public.media_assets",
                "delete from public.media_enrich_failures",
                "delete from public.media_enrich_runs",
                "insert into public.tenants (id, name) values (gen_random_uuid(), 'x')")) {
            assertRefused("authenticated", claims("admin"), sql);
        }
    }

    @Test
    void nobody_changes_the_audit_log() {
        for (String sql : List.of(
                "update audit.enricher_invocations set result = 'x'",
                "delete from audit.enricher_invocations",
                "truncate audit.enricher_invocations")) {
            for (String role : List.of("anon", "authenticated", "service_role", "none")) {
                assertRefused(role, "{\"role\":\"service_role\"}", sql);
            }
        }
        assertThatThrownBy(() -> mine.rows("delete from audit.enricher_invocations"))
                .hasMessageContaining("append-only");
    }

    @Test
    void only_admins_read_the_audit_log_and_only_their_tenant_s() throws SQLException {
        String read = "select tenant_id from audit.enricher_invocations";
        assertThat(as("authenticated", claims("admin"), read)).isNotEmpty().allSatisfy(this::isMine);
        assertThat(as("authenticated", claims("operator"), read)).isEmpty();
    }

    /** So that a table added later cannot be forgotten. */
    @Test
    void every_table_with_a_tenant_has_forced_policies_and_keys_that_begin_with_it() {
        assertThat(mine.rows("""
                select c.oid::regclass::text from pg_class c join pg_attribute a on a.attrelid = c.oid
                 where c.relkind in ('r', 'p') and a.attname = 'tenant_id'
                   and not (c.relrowsecurity and c.relforcerowsecurity
                            and exists (select from pg_policy p where p.polrelid = c.oid))
                """)).isEmpty();
        assertThat(mine.rows("select polname from pg_policy where pg_get_expr(polqual, polrelid) = 'true'"))
                .isEmpty();
        assertThat(mine.rows("""
                select i.indexrelid::regclass::text from pg_index i
                  join pg_attribute t on t.attrelid = i.indrelid and t.attname = 'tenant_id'
                 where i.indisunique and i.indkey[0] <> t.attnum
                """)).isEmpty();
    }

    private void isMine(Map<String, Object> row) {
        assertThat(row).containsEntry("tenant_id", mine.id());
    }

    private static void assertSameAnswer(Api.Answer one, Api.Answer other) {
        assertThat(one.status()).isEqualTo(404).isEqualTo(other.status());
        assertThat(one.body().replaceAll("[0-9a-f-]{36}", "ID"))
                .isEqualTo(other.body().replaceAll("[0-9a-f-]{36}", "ID"));
    }

    private String claims(String userRole) {
        return "{\"role\":\"authenticated\",\"app_metadata\":{\"tenant_id\":\"%s\",\"user_role\":\"%s\"}}"
                .formatted(mine.id(), userRole);
    }

    private static String serviceClaims(UUID tenant) {
        return "{\"role\":\"service_role\",\"app_metadata\":{\"tenant_id\":\"%s\"}}".formatted(tenant);
    }

    private static void assertRefused(String role, String claims, String sql, Object... values) {
        assertThatThrownBy(() -> as(role, claims, sql, values))
                .as("%s: %s", role, sql)
                .hasMessageContaining("42501"); // insufficient_privilege
    }

    /** In a transaction that is rolled back. */
    private static List<Map<String, Object>> as(String role, String claims, String sql, Object... values)
            throws SQLException {
        try (Connection login = Testbed.sandbox().database().login()) {
            login.setAutoCommit(false);
            Rows.of(
                    login,
                    "select set_config('role', ?, true), set_config('request.jwt.claims', ?, true)",
                    role,
                    claims);
            try {
                return Rows.of(login, sql, values);
            } finally {
                login.rollback();
            }
        }
    }
}

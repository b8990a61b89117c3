package org.mediaenricher.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.mediaenricher.demo.sample.CameraJpegs;
import org.mediaenricher.harness.Api;
import org.mediaenricher.harness.TableLock;
import org.mediaenricher.harness.Tenant;
import org.mediaenricher.harness.Testbed;

/** Every invocation is in the book: who, as what, what, and how it ended. */
@TestInstance(Lifecycle.PER_CLASS)
class AuditIT {
    /** Without what the server does by itself in its first seconds. */
    private static final String ASKED_FOR =
            "select count(*) from audit.enricher_invocations where user_id <> 'the server'";

    private final Tenant tenant = Tenant.fresh();
    private final Api admin = tenant.admin();

    @BeforeAll
    void fill() {
        CameraJpegs.small(4).withBrokenEvery(2).fill(tenant.bucket("b"));
    }

    @Test
    void what_is_granted_is_written_down() {
        long before = entries().size();
        String run = tenant.open("bucket=b&prefix=0");
        tenant.ended(run);
        assertThat(last())
                .containsEntry("action", "backfill")
                .containsEntry("result", "done")
                .containsEntry("role", "authenticated")
                .containsEntry("user_role", "admin")
                .containsEntry("run_id", run);
        Api.Answer again = admin.post("/media-enricher/cron?bucket=b&prefix=0", "{}");
        assertThat(last()).containsEntry("action", "cron");
        tenant.ended(again.json().get("id").asText()); // or the retry would find it in its way
        admin.post("/media-enricher/backfill?bucket=b&dry_run=true", "{}");
        assertThat(last()).containsEntry("action", "dry-run");
        admin.post("/media-enricher/enrich", "{\"bucket\":\"b\",\"path\":\"000/IMG_00000.jpg\"}");
        assertThat(last()).containsEntry("action", "enrich").containsEntry("result", "done");
        admin.post("/media-enricher/enrich", "{\"bucket\":\"b\",\"path\":\"000/IMG_00001.jpg\"}");
        assertThat(last()).containsEntry("action", "enrich");
        admin.post("/media-enricher/runs/" + run + "/retry-failed", "{}");
        assertThat(last()).containsEntry("action", "retry").containsEntry("result", "done");
        assertThat(entries()).hasSize((int) before + 6);
    }

    @Test
    void a_request_that_is_answered_with_an_earlier_run_is_written_down_too() {
        String place = "/media-enricher/backfill?bucket=b&prefix=none";
        String run = admin.send("POST", place, "{}", "Idempotency-Key", "k")
                .json()
                .get("id")
                .asText();
        tenant.ended(run);
        int before = entries().size();
        admin.send("POST", place, "{}", "Idempotency-Key", "k");
        assertThat(entries()).hasSize(before + 1);
        assertThat(last()).containsEntry("run_id", run);
    }

    @Test
    void what_is_refused_is_written_down_with_the_reason() {
        assertRefused(tenant.caller("viewer"), "/media-enricher/backfill?bucket=b", "backfill", "forbidden");
        assertRefused(admin, "/media-enricher/backfill?bucket=none", "backfill", "not-found");
        assertRefused(admin, "/media-enricher/cron?bucket=b&limit=x", "cron", "invalid");
        assertRefused(admin, "/media-enricher/runs/x/stop", "stop", "not-found");
        assertRefused(admin, "/functions/v1/media-enricher/enrich", "enrich", "invalid");
        try (TableLock lock = tenant.lock("public.media_assets")) {
            tenant.open("bucket=b&mode=all");
            assertRefused(admin, "/media-enricher/backfill?bucket=b", "backfill", "conflict");
        }
    }

    @Test
    void every_refusal_of_a_change_is_written_down_whatever_its_path_and_method() {
        String asset = "/media-enricher/assets/" + UUID.randomUUID();
        assertRefused(admin, "PUT", asset + "/tags", "{}", "tag", "invalid");
        assertRefused(admin, "PUT", asset + "/tags", "{\"tags\":[]}", "tag", "not-found");
        assertRefused(tenant.caller("viewer"), "PUT", asset + "/tags", "{\"tags\":[]}", "tag", "forbidden");
        assertRefused(admin, "DELETE", asset, "", "delete", "no-such-method");
        assertRefused(admin, "PATCH", asset, "{}", "patch", "no-such-method");
        assertRefused(admin, "POST", "/media-enricher/nowhere", "{}", "post", "not-found");
        assertRefused(admin, "POST", "/functions/v1/media-enricher/enrich", "[", "enrich", "invalid");
    }

    @Test
    void reading_without_the_right_to_is_written_down_and_reading_amiss_is_not() {
        Api anonymous = Api.bearer(
                Testbed.node().address(),
                tenant.token("viewer").claim("role", "anon").sign());
        assertRefused(anonymous, "GET", "/media-enricher/runs", "", "get", "forbidden");
        int before = entries().size();
        assertThat(admin.get("/media-enricher/runs/" + UUID.randomUUID()).status())
                .isEqualTo(404);
        assertThat(admin.get("/media-enricher/runs?limit=x").status()).isEqualTo(400);
        assertThat(entries()).hasSize(before);
    }

    @Test
    void a_caller_who_is_not_known_leaves_no_trace() {
        long before = tenant.number(ASKED_FOR);
        Api nobody = Api.nobody(Testbed.node().address());
        assertThat(nobody.post("/media-enricher/backfill?bucket=b", "{}").status())
                .isEqualTo(401);
        assertThat(tenant.number(ASKED_FOR)).isEqualTo(before);
    }

    private void assertRefused(Api caller, String place, String action, String result) {
        assertRefused(caller, "POST", place, "{}", action, result);
    }

    private void assertRefused(Api caller, String method, String place, String body, String action, String result) {
        int before = entries().size();
        Api.Answer answer = caller.send(method, place, body);
        assertThat(answer.status()).isBetween(400, 499);
        assertThat(entries()).as(answer.body()).hasSize(before + 1);
        assertThat(last())
                .containsEntry("action", action)
                .containsEntry("result", result)
                .containsEntry("request", place.replaceFirst("^/functions/v1", ""));
    }

    private Map<String, Object> last() {
        List<Map<String, Object>> entries = entries();
        return entries.get(entries.size() - 1);
    }

    private List<Map<String, Object>> entries() {
        return tenant.rows("""
                select role, user_role, action, result, subject ->> 'run_id' as run_id,
                       subject ->> 'request' as request
                  from audit.enricher_invocations where tenant_id = ? order by id
                """, tenant.id());
    }
}

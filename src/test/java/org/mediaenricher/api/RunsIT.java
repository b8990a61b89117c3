package org.mediaenricher.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.mediaenricher.demo.sample.CameraJpegs;
import org.mediaenricher.harness.Api;
import org.mediaenricher.harness.TableLock;
import org.mediaenricher.harness.Tenant;

/** Runs that meet, and runs that are stopped, restarted and failed. */
@TestInstance(Lifecycle.PER_CLASS)
class RunsIT {
    private static final int FILES = 3000;
    private static final String ASSETS = "public.media_assets";

    private final Tenant tenant = Tenant.fresh();
    private final Api admin = tenant.admin();

    @BeforeAll
    void fill() {
        CameraJpegs.small(FILES).withBrokenEvery(100).fill(tenant.bucket("b"));
    }

    @Test
    void a_second_run_in_the_same_place_is_refused_with_the_id_of_the_first() {
        String first;
        try (TableLock lock = tenant.lock(ASSETS)) {
            first = tenant.open("bucket=b&prefix=000/&limit=10&mode=all");
            Api.Answer second = admin.post("/media-enricher/backfill?bucket=b&prefix=000/", "{}");
            assertThat(second.status()).isEqualTo(409);
            assertThat(second.header("Content-Type")).hasValue("application/problem+json");
            assertThat(second.json().get("run_id").asText()).isEqualTo(first);
        }
        assertThat(tenant.ended(first).get("status").asText()).isEqualTo("completed");
        assertThat(tenant.backfill("bucket=b&prefix=000/&limit=10")
                        .get("skipped")
                        .asLong())
                .isEqualTo(10);
    }

    @Test
    void two_runs_on_different_prefixes_go_side_by_side() {
        String one;
        String other;
        try (TableLock lock = tenant.lock(ASSETS)) {
            one = tenant.open("bucket=b&prefix=001/&mode=all");
            other = tenant.open("bucket=b&prefix=002/&mode=all");
            tenant.await(one, RunsIT::surveyed);
            tenant.await(other, RunsIT::surveyed);
        }
        for (JsonNode run : new JsonNode[] {tenant.ended(one), tenant.ended(other)}) {
            assertThat(run.get("status").asText()).isEqualTo("completed");
            assertThat(run.get("total_files").asLong()).isEqualTo(1000);
            assertThat(run.get("succeeded").asLong()).isEqualTo(990);
            assertThat(run.get("failed").asLong()).isEqualTo(10);
        }
    }

    @Test
    void one_execution_of_the_engine_works_off_all_slices() {
        JsonNode run = tenant.backfill("bucket=b&mode=all");
        assertThat(run.get("processed_files").asLong()).isEqualTo(FILES);
        assertThat(tenant.number(
                        "select count(*) from batch_testbed.job_execution where jobparameters like ?",
                        "%" + run.get("id").asText() + "%"))
                .isEqualTo(1);
    }

    @Test
    void the_same_request_under_the_same_key_is_done_once() {
        String key = UUID.randomUUID().toString();
        String place = "/media-enricher/backfill?bucket=b&prefix=000/IMG_0000";
        String first = admin.send("POST", place, "{}", "Idempotency-Key", key)
                .json()
                .get("id")
                .asText();
        tenant.ended(first);
        Api.Answer again = admin.send("POST", place, "{}", "Idempotency-Key", key);
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.json().get("id").asText()).isEqualTo(first);
        assertThat(again.json().get("status").asText()).isEqualTo("completed");

        Api.Answer another = admin.send("POST", place + "&mode=all", "{}", "Idempotency-Key", key);
        assertThat(another.status()).isEqualTo(422);
    }

    @Test
    void cron_answers_with_the_run_that_is_busy_and_opens_none() {
        String place = "/media-enricher/cron?bucket=b&prefix=000/IMG_0001";
        String first;
        try (TableLock lock = tenant.lock(ASSETS)) {
            first = admin.post(place, "{}").json().get("id").asText();
            Api.Answer second = admin.post(place, "{}");
            assertThat(second.status()).isEqualTo(202);
            assertThat(second.json().get("id").asText()).isEqualTo(first);
            assertThat(second.json().get("trigger").asText()).isEqualTo("cron");
        }
        tenant.ended(first);
        assertThat(admin.post(place, "{}").json().get("id").asText()).isNotEqualTo(first);
    }

    @Test
    void a_stopped_run_goes_on_where_it_stopped_and_counts_nothing_twice() {
        Tenant other = Tenant.fresh();
        CameraJpegs.small(FILES).withBrokenEvery(100).fill(other.bucket("b"));
        String run;
        try (TableLock lock = other.lock(ASSETS)) {
            run = other.open("bucket=b");
            other.await(run, RunsIT::surveyed);
            Api.Answer stop = other.admin().post("/media-enricher/runs/" + run + "/stop", "{}");
            assertThat(stop.status()).as(stop.body()).isEqualTo(202);
            assertThat(stop.json().get("status").asText()).isEqualTo("stopping");
        }
        JsonNode stopped = other.ended(run);
        assertThat(stopped.get("status").asText()).isEqualTo("stopped");
        assertThat(stopped.get("processed_files").asLong()).isLessThan(FILES);
        assertThat(other.admin()
                        .post("/media-enricher/runs/" + run + "/stop", "{}")
                        .status())
                .isEqualTo(409);

        Api.Answer restart = other.admin().post("/media-enricher/runs/" + run + "/restart", "{}");
        assertThat(restart.status()).as(restart.body()).isEqualTo(202);
        JsonNode completed = other.ended(run);
        assertThat(completed.get("status").asText()).isEqualTo("completed");
        assertThat(completed.get("total_files").asLong()).isEqualTo(FILES);
        assertThat(completed.get("succeeded").asLong()).isEqualTo(FILES - FILES / 100);
        assertThat(completed.get("failed").asLong()).isEqualTo(FILES / 100);
        assertThat(other.number(
                        "select count(*) from public.media_assets where tenant_id = ? and writes = 1", other.id()))
                .isEqualTo(FILES - FILES / 100);
        assertThat(other.admin()
                        .post("/media-enricher/runs/" + run + "/restart", "{}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void a_run_that_passes_its_skip_limit_fails_and_says_so() {
        Tenant other = Tenant.fresh();
        CameraJpegs.small(FILES).withBrokenEvery(4).fill(other.bucket("b"));
        JsonNode run = other.backfill("bucket=b&skip_limit=5");
        assertThat(run.get("status").asText()).isEqualTo("failed");
        assertThat(run.get("reason").asText()).contains("skip limit");
        assertThat(run.get("failed").asLong()).isGreaterThan(5);
        assertThat(run.get("processed_files").asLong()).isLessThan(FILES);
    }

    @Test
    void a_run_within_its_skip_limit_completes() {
        JsonNode run = tenant.backfill("bucket=b&prefix=000/IMG_0009&skip_limit=1&mode=all");
        assertThat(run.get("status").asText()).isEqualTo("completed");
        assertThat(run.get("failed").asLong()).isEqualTo(1);
    }

    private static boolean surveyed(JsonNode run) {
        return run.get("surveyed").asBoolean();
    }
}

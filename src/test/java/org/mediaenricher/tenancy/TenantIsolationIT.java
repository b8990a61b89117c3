package org.mediaenricher.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.mediaenricher.demo.sample.CameraJpegs;
import org.mediaenricher.harness.Api;
import org.mediaenricher.harness.Tenant;

/** Two tenants with the same bucket name and the same files: over the API neither sees a row of the other. In SQL: {@link RowSecurityIT}. */
@TestInstance(Lifecycle.PER_CLASS)
class TenantIsolationIT {
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

    private static void assertSameAnswer(Api.Answer one, Api.Answer other) {
        assertThat(one.status()).isEqualTo(404).isEqualTo(other.status());
        assertThat(one.body().replaceAll("[0-9a-f-]{36}", "ID"))
                .isEqualTo(other.body().replaceAll("[0-9a-f-]{36}", "ID"));
    }
}

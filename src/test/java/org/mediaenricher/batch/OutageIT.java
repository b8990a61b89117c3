package org.mediaenricher.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.mediaenricher.demo.sample.CameraJpegs;
import org.mediaenricher.harness.Api;
import org.mediaenricher.harness.EmbeddedDatabase;
import org.mediaenricher.harness.Rows;
import org.mediaenricher.harness.TableLock;
import org.mediaenricher.harness.Tenant;
import org.mediaenricher.harness.Testbed;

/** Runs whose store or database goes away, and comes back or not. */
class OutageIT {
    private static final int FILES = 1500;

    private final Tenant tenant = Tenant.fresh();

    @Test
    void a_run_rests_while_the_store_is_away_and_completes_when_it_is_back() throws IOException {
        CameraJpegs.small(20).fill(tenant.bucket("b"));
        Path root = Testbed.sandbox().storeRoot();
        Path away = root.resolveSibling("store-away");
        Files.move(root, away);
        String run;
        try {
            run = tenant.open("bucket=b");
            JsonNode resting = tenant.await(run, now -> now.hasNonNull("reason"));
            assertThat(resting.get("status").asText()).isEqualTo("running");
            Api.Answer health = Api.nobody(Testbed.node().address()).get("/functions/v1/health");
            assertThat(health.status()).isEqualTo(503);
            assertThat(health.json().get("storage").asText()).isEqualTo("down");
            assertThat(tenant.admin()
                            .post("/media-enricher/enrich", "{\"bucket\":\"b\",\"path\":\"x\"}")
                            .status())
                    .isEqualTo(503);
        } finally {
            Files.move(away, root);
        }
        JsonNode completed = tenant.ended(run);
        assertThat(completed.get("status").asText()).isEqualTo("completed");
        assertThat(completed.get("succeeded").asLong()).isEqualTo(20);
        assertThat(completed.hasNonNull("reason")).isFalse();
    }

    @Test
    void a_bucket_whose_folder_is_gone_fails_the_run_which_can_be_restarted() throws IOException {
        Path folder = tenant.bucket("b");
        Files.delete(folder);
        JsonNode failed = tenant.backfill("bucket=b");
        assertThat(failed.get("status").asText()).isEqualTo("failed");
        assertThat(failed.get("reason").asText()).contains("no bucket");

        CameraJpegs.small(3).fill(folder);
        String run = failed.get("id").asText();
        tenant.admin().post("/media-enricher/runs/" + run + "/restart", "{}");
        assertThat(tenant.ended(run).get("succeeded").asLong()).isEqualTo(3);
    }

    @Test
    void a_run_whose_database_sessions_are_cut_completes_with_exact_counters() throws SQLException {
        CameraJpegs.small(FILES).withBrokenEvery(100).fill(tenant.bucket("b"));
        String run;
        try (TableLock lock = tenant.lock("public.media_assets")) {
            run = tenant.open("bucket=b");
            tenant.await(run, now -> now.get("surveyed").asBoolean());
            cutSessions();
        }
        JsonNode completed = tenant.ended(run);
        assertThat(completed.get("status").asText()).as(completed.toString()).isEqualTo("completed");
        assertThat(completed.get("total_files").asLong()).isEqualTo(FILES);
        assertThat(completed.get("succeeded").asLong()).isEqualTo(FILES - FILES / 100);
        assertThat(completed.get("failed").asLong()).isEqualTo(FILES / 100);
        assertThat(tenant.assets())
                .hasSize(FILES - FILES / 100)
                .allSatisfy(row -> assertThat(row).containsEntry("writes", 1));
    }

    private static void cutSessions() throws SQLException {
        try (Connection superuser = Testbed.sandbox().database().superuser()) {
            Rows.of(
                    superuser,
                    "select pg_terminate_backend(pid) from pg_stat_activity where usename = ?",
                    EmbeddedDatabase.LOGIN);
        }
    }
}

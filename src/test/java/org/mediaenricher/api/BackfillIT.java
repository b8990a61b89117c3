package org.mediaenricher.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Array;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mediaenricher.demo.sample.SampleBucket;
import org.mediaenricher.demo.sample.SampleFile;
import org.mediaenricher.harness.Api;
import org.mediaenricher.harness.Tenant;

/** A backfill over the sample bucket, seen from outside: what it finds, what it counts, what it leaves alone. */
@TestInstance(Lifecycle.PER_CLASS)
class BackfillIT {
    private static final List<SampleFile> FILES = SampleBucket.files();
    private static final long BROKEN =
            FILES.stream().filter(file -> !file.readable()).count();

    private final Tenant tenant = Tenant.fresh();
    private Path folder;
    private JsonNode run;
    private Map<String, Map<String, Object>> rows;

    @BeforeAll
    void fill_and_run() {
        folder = tenant.bucket("sample");
        SampleBucket.fill(folder);
        run = tenant.backfill("bucket=sample");
        rows = tenant.assets().stream().collect(Collectors.toMap(row -> (String) row.get("path"), Function.identity()));
    }

    static List<SampleFile> readable() {
        return FILES.stream().filter(SampleFile::readable).toList();
    }

    @ParameterizedTest
    @MethodSource("readable")
    void finds_the_facts_of_each_file(SampleFile file) throws SQLException {
        Map<String, Object> row = rows.get(file.path());
        assertThat(row)
                .containsEntry("status", "ready")
                .containsEntry("content_type", file.contentType())
                .containsEntry("writes", 1)
                .containsEntry(
                        "size_bytes", folder.resolve(file.path()).toFile().length())
                .containsEntry("camera_make", file.make().orElse(null))
                .containsEntry("camera_model", file.model().orElse(null));
        if (file.width() > 0) {
            assertThat(row).containsEntry("width", file.width()).containsEntry("height", file.height());
        }
        assertThat(Arrays.asList((Object[]) ((Array) row.get("tags")).getArray()))
                .containsAll(file.keywords().stream()
                        .map(word -> word.toLowerCase(Locale.ROOT))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("readable")
    void finds_when_and_where_each_file_was_taken(SampleFile file) {
        Map<String, Object> row = rows.get(file.path());
        file.taken().ifPresent(taken -> assertThat(row.get("captured_local")).isEqualTo(Timestamp.valueOf(taken)));
        file.taken()
                .ifPresent(taken -> file.offset()
                        .ifPresent(offset ->
                                assertThat(row.get("captured_at")).isEqualTo(Timestamp.from(taken.toInstant(offset)))));
        file.position().filter(place -> place.latitude() != 0).ifPresent(place -> {
            assertThat((Double) row.get("latitude")).isCloseTo(place.latitude(), within(1e-5));
            assertThat((Double) row.get("longitude")).isCloseTo(place.longitude(), within(1e-5));
        });
    }

    @Test
    void counts_every_object_once() {
        assertThat(run.get("status").asText()).isEqualTo("completed");
        assertCounts(run, FILES.size(), FILES.size() - BROKEN, BROKEN, 0);
        assertThat(rows).hasSize(FILES.size() - (int) BROKEN);
    }

    /** The statement of the users' dashboards, as it stands. */
    @Test
    void answers_the_sql_of_the_dashboards() {
        List<Map<String, Object>> runs =
                tenant.rows("select id, started_at, status, total_files, processed_files, succeeded, failed from"
                        + " public.media_enrich_runs order by started_at desc limit 20;");
        assertThat(runs)
                .anySatisfy(row -> assertThat(row)
                        .containsEntry("id", UUID.fromString(run.get("id").asText()))
                        .containsEntry("status", "completed")
                        .containsEntry("total_files", (long) FILES.size())
                        .containsEntry("processed_files", (long) FILES.size())
                        .containsEntry("failed", BROKEN));
    }

    @Test
    void tells_of_each_failure_with_a_code_and_a_sentence() {
        JsonNode failures = tenant.admin()
                .get("/media-enricher/runs/" + run.get("id").asText() + "/failures")
                .json()
                .get("items");
        assertThat(failures.findValuesAsText("path"))
                .containsExactlyElementsOf(FILES.stream()
                        .filter(file -> !file.readable())
                        .map(SampleFile::path)
                        .sorted()
                        .toList());
        assertThat(failures).allSatisfy(failure -> {
            assertThat(failure.get("code").asText()).matches("[a-z-]+");
            assertThat(failure.get("message").asText()).matches("(?s)[A-Z].* .*\\.");
        });
    }

    @Test
    void leaves_alone_what_is_unchanged_and_reads_again_what_is_not() throws IOException {
        Tenant other = Tenant.fresh();
        Path bucket = other.bucket("b");
        SampleBucket.fill(bucket);
        other.backfill("bucket=b");
        JsonNode second = other.backfill("bucket=b");
        assertCounts(second, FILES.size(), 0, BROKEN, FILES.size() - BROKEN);

        Files.copy(
                bucket.resolve("photos/2021/ushuaia-01.jpg"),
                bucket.resolve("photos/2021/diamond-head.jpg"),
                StandardCopyOption.REPLACE_EXISTING);
        JsonNode third = other.backfill("bucket=b&prefix=photos/2021/");
        assertThat(third.get("succeeded").asLong()).isEqualTo(1);
        assertThat(third.get("skipped").asLong())
                .isEqualTo(third.get("total_files").asLong() - 1);
        assertThat(other.rows(
                                "select width, writes from public.media_assets where tenant_id = ? and path = ?",
                                other.id(),
                                "photos/2021/diamond-head.jpg")
                        .get(0))
                .containsEntry("writes", 2);
    }

    @Test
    void each_mode_touches_what_its_dry_run_said() throws IOException {
        Tenant other = Tenant.fresh();
        Path bucket = other.bucket("b");
        SampleBucket.fill(bucket);
        other.backfill("bucket=b&prefix=photos/2022/");
        long known = other.assets().size();
        other.backfill("bucket=b&prefix=photos/2024/");
        long enriched = other.assets().size();
        Files.write(bucket.resolve("photos/2022/zermatt.jpg"), new byte[1], StandardOpenOption.APPEND);

        JsonNode dry = other.admin()
                .post("/media-enricher/backfill?bucket=b&dry_run=true", "{}")
                .json();
        assertThat(known).isPositive();
        assertThat(dry.get("total").asLong()).isEqualTo(FILES.size());
        assertThat(dry.get("all").asLong()).isEqualTo(FILES.size());
        assertThat(dry.get("missing").asLong()).isEqualTo(FILES.size() - enriched);
        assertThat(dry.get("changed").asLong()).isEqualTo(FILES.size() - enriched + 1);
        assertThat(dry.get("failed").asLong()).isEqualTo(BROKEN);

        assertCounts(other.backfill("bucket=b&mode=failed"), BROKEN, 0, BROKEN, 0);
        assertCounts(
                other.backfill("bucket=b&mode=missing"),
                FILES.size(),
                FILES.size() - enriched - BROKEN,
                BROKEN,
                enriched);
        assertCounts(other.backfill("bucket=b&mode=changed"), FILES.size(), 1, BROKEN, FILES.size() - BROKEN - 1);
        assertCounts(other.backfill("bucket=b&mode=all"), FILES.size(), FILES.size() - BROKEN, BROKEN, 0);
        assertThat(other.number("select count(*) from public.media_enrich_runs where tenant_id = ?", other.id()))
                .isEqualTo(6);
    }

    @Test
    void limit_and_prefix_bound_a_run() {
        JsonNode limited = tenant.backfill("bucket=sample&prefix=photos/2022/&limit=3&mode=all");
        assertCounts(limited, 3, 3, 0, 0);
        assertThat(tenant.backfill("bucket=sample&prefix=nothing-begins-so")
                        .get("total_files")
                        .asLong())
                .isZero();
    }

    @Test
    void both_base_paths_answer_with_202_and_the_place_to_look() {
        for (String base : List.of("/media-enricher", "/functions/v1/media-enricher")) {
            Api.Answer answer = tenant.admin().post(base + "/backfill?bucket=sample&prefix=photos/scans/", "{}");
            assertThat(answer.status()).as(answer.body()).isEqualTo(202);
            String id = answer.json().get("id").asText();
            assertThat(answer.header("Location")).hasValueSatisfying(place -> {
                assertThat(place).endsWith("/media-enricher/runs/" + id);
                assertThat(tenant.admin().get(place).json().get("id").asText()).isEqualTo(id);
            });
            assertThat(tenant.admin().get(base + "/runs/" + id).status()).isEqualTo(200);
            tenant.ended(id);
        }
    }

    @Test
    void a_mended_file_is_enriched_when_the_failures_are_retried() throws IOException {
        Tenant other = Tenant.fresh();
        Path bucket = other.bucket("b");
        SampleBucket.fill(bucket);
        JsonNode first = other.backfill("bucket=b&prefix=photos/2024/");
        Files.copy(
                bucket.resolve("photos/2024/square.jpg"),
                bucket.resolve("photos/2024/cut-off.jpg"),
                StandardCopyOption.REPLACE_EXISTING);

        Api.Answer retry =
                other.admin().post("/media-enricher/runs/" + first.get("id").asText() + "/retry-failed", "{}");
        assertThat(retry.status()).as(retry.body()).isEqualTo(202);
        JsonNode second = other.ended(retry.json().get("id").asText());
        assertCounts(second, 2, 1, 1, 0);
        assertThat(second.get("retry_of").asText()).isEqualTo(first.get("id").asText());
        assertThat(other.assets())
                .anySatisfy(row -> assertThat(row)
                        .containsEntry("path", "photos/2024/cut-off.jpg")
                        .containsEntry("status", "ready"));
        assertThat(other.number(
                        "select count(*) from public.media_enrich_failures where tenant_id = ? and resolved_at is null"
                                + " and path = 'photos/2024/cut-off.jpg'",
                        other.id()))
                .isZero();
    }

    private static void assertCounts(JsonNode run, long total, long succeeded, long failed, long skipped) {
        assertThat(List.of("total_files", "processed_files", "succeeded", "failed", "skipped").stream()
                        .map(name -> run.get(name).asLong()))
                .as(run.toString())
                .containsExactly(total, succeeded + failed + skipped, succeeded, failed, skipped);
    }
}

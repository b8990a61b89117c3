package org.mediaenricher.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mediaenricher.demo.sample.CameraJpegs;
import org.mediaenricher.harness.Api;
import org.mediaenricher.harness.Tenant;

/** Wrong input: each time a clear answer that names what is wrong. */
@TestInstance(Lifecycle.PER_CLASS)
class BadInputIT {
    private final Tenant tenant = Tenant.fresh();
    private final Api admin = tenant.admin();

    @BeforeAll
    void fill() throws IOException {
        Path bucket = tenant.bucket("b");
        CameraJpegs.small(2).withBrokenEvery(2).fill(bucket);
        Files.writeString(bucket.resolve("notes.txt"), "no picture");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                | bucket",
                "bucket=                           | bucket",
                "bucket=b&bucket=c                 | bucket",
                "bucket=b&limit=0                  | limit",
                "bucket=b&limit=-1                 | limit",
                "bucket=b&limit=1.5                | limit",
                "bucket=b&limit=99999999999999999999 | limit",
                "bucket=b&limit=many               | limit",
                "bucket=b&mode=new                 | mode",
                "bucket=b&mode=ALL                 | mode",
                "bucket=b&skip_limit=-1            | skip_limit",
                "bucket=b&dry_run=yes              | dry_run",
                "bucket=b&prefix=a%00b             | prefix",
                "bucket=b&prefx=a                  | prefx",
            })
    void a_wrong_parameter_is_named(String query, String name) {
        for (String operation : new String[] {"backfill", "cron"}) {
            Api.Answer answer = admin.post("/media-enricher/" + operation + "?" + query, "{}");
            assertThat(answer.status()).as(answer.body()).isEqualTo(400);
            assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
            assertThat(answer.json().get("errors").get(name).asText()).isNotEmpty();
        }
    }

    @Test
    void everything_that_is_wrong_is_named_at_once() {
        JsonNode errors = admin.post("/media-enricher/backfill?limit=x&mode=y&z=1", "{}")
                .json()
                .get("errors");
        assertThat(errors.fieldNames()).toIterable().containsExactlyInAnyOrder("bucket", "limit", "mode", "z");
    }

    @Test
    void a_prefix_may_be_any_text() {
        for (String prefix : new String[] {"..%2F", "%27%3B--", "%F0%9F%98%80", "%25", "a%0Ab", "x".repeat(1024)}) {
            assertThat(tenant.backfill("bucket=b&prefix=" + prefix)
                            .get("status")
                            .asText())
                    .isEqualTo("completed");
        }
        assertThat(admin.post("/media-enricher/backfill?bucket=b&prefix=" + "x".repeat(1025), "{}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void an_unknown_bucket_is_not_found() {
        for (String operation : new String[] {"backfill", "cron"}) {
            assertThat(admin.post("/media-enricher/" + operation + "?bucket=none", "{}")
                            .status())
                    .isEqualTo(404);
        }
        assertThat(admin.post("/media-enricher/backfill?bucket=none&dry_run=true", "{}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void an_unknown_run_is_not_found_whatever_its_id_looks_like() {
        for (String id : new String[] {UUID.randomUUID().toString(), "1", "..", "%00", "a%27b"}) {
            assertThat(admin.get("/media-enricher/runs/" + id).status()).as(id).isIn(404, 405);
        }
        for (String act : new String[] {"stop", "restart", "retry-failed"}) {
            assertThat(admin.post("/media-enricher/runs/" + UUID.randomUUID() + "/" + act, "{}")
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void an_object_is_enriched_at_once() {
        Api.Answer answer = enrich("{\"bucket\":\"b\",\"path\":\"000/IMG_00000.jpg\"}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        JsonNode asset = answer.json();
        assertThat(asset.get("status").asText()).isEqualTo("ready");
        assertThat(asset.get("content_type").asText()).isEqualTo("image/jpeg");
        assertThat(asset.get("width").asInt()).isPositive();
        assertThat(asset.get("metadata").isObject()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"bucket\":\"b\",\"path\":\"000/none.jpg\"}",
                "{\"bucket\":\"b\",\"path\":\"000\"}",
                "{\"bucket\":\"b\",\"path\":\"../../etc/passwd\"}",
                "{\"bucket\":\"b\",\"path\":\"/etc/passwd\"}",
                "{\"bucket\":\"none\",\"path\":\"000/IMG_00000.jpg\"}",
                "{\"bucket\":\"../b\",\"path\":\"000/IMG_00000.jpg\"}",
            })
    void what_is_not_there_is_not_found(String body) {
        Api.Answer answer = enrich(body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(404);
    }

    @Test
    void an_object_that_cannot_be_read_is_refused_with_a_code_and_a_sentence() {
        for (String path : new String[] {"000/IMG_00001.jpg", "notes.txt"}) {
            Api.Answer answer = enrich("{\"bucket\":\"b\",\"path\":\"" + path + "\"}");
            assertThat(answer.status()).as(answer.body()).isEqualTo(422);
            assertThat(answer.json().get("code").asText()).matches("[a-z-]+");
            assertThat(answer.json().get("detail").asText()).endsWith(".");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "[]",
                "7",
                "{}",
                "{\"bucket\":\"b\"}",
                "{\"path\":\"x\"}",
                "{\"bucket\":7,\"path\":{}}",
                "{\"bucket\":\"\",\"path\":\"\"}",
                "{\"bucket\":\"b\",\"path\":\"a\\u0000b\"}",
                "{\"bucket\":\"b\",\"path\":\"\\ud800\"}",
                "{\"bucket\":\"a\\u0000b\",\"path\":\"x\"}",
                "{\"bucket\":\"\\ud800\",\"path\":\"x\"}",
            })
    void a_body_that_is_not_what_it_should_be_is_a_bad_request(String body) {
        Api.Answer answer = enrich(body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void other_methods_and_types_are_refused() {
        assertThat(admin.get("/media-enricher/backfill?bucket=b").status()).isEqualTo(405);
        assertThat(admin.send("DELETE", "/media-enricher/runs", "").status()).isEqualTo(405);
        assertThat(admin.get("/media-enricher/none").status()).isEqualTo(404);
        assertThat(admin.get("/media-enricher/runs?limit=1001").status()).isEqualTo(400);
        assertThat(admin.get("/media-enricher/runs?status=done").status()).isEqualTo(400);
    }

    private Api.Answer enrich(String body) {
        return admin.post("/media-enricher/enrich", body);
    }
}

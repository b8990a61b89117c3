package org.mediaenricher.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mediaenricher.demo.sample.CameraJpegs;
import org.mediaenricher.harness.Api;
import org.mediaenricher.harness.Rows;
import org.mediaenricher.harness.Tenant;
import org.mediaenricher.harness.Testbed;

/** S5, from the outside: what people do to schedules, and what these do by the clock. */
class SchedulesIT {
    private static final String SERVER = "00000000-0000-0000-0000-000000000000";
    private static final String NIGHTLY = """
            {"name": "nightly", "expression": "0 3 * * SUN", "zone": "Europe/Berlin", "kind": "backfill-bucket",
             "payload": {"bucket": "b"}}
            """;
    private static final String EVERY_SECOND = """
            {"name": "busy", "expression": "* * * * * *", "kind": "backfill-bucket", "payload": {"bucket": "%s"}}
            """;

    private final Tenant tenant = Tenant.fresh();
    private final Api admin = tenant.admin();

    @Test
    void a_schedule_is_made_read_edited_and_removed() {
        Api.Answer made = admin.post("/api/schedules", NIGHTLY);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        String place = made.header("Location").orElseThrow();
        JsonNode schedule = admin.get(place).json();
        assertThat(schedule.get("expression").asText()).isEqualTo("0 3 * * 0");
        assertThat(schedule.get("in_words").asText()).isEqualTo("at 03:00 on Sunday");
        assertThat(schedule.get("payload").get("bucket").asText()).isEqualTo("b");
        assertThat(schedule.get("enabled").asBoolean()).isTrue();
        assertThat(Instant.parse(schedule.get("next_at").asText())).isAfter(Instant.now());
        assertThat(schedule.has("last_tick")).isFalse();
        assertThat(admin.get("/api/schedules").json().get("items")).containsExactly(schedule);
        Api.Answer edited =
                admin.send("PUT", place, NIGHTLY.replace("nightly", "yearly").replace("0 3 * * SUN", "@yearly"));
        assertThat(edited.status()).as(edited.body()).isEqualTo(200);
        assertThat(edited.json().get("name").asText()).isEqualTo("yearly");
        assertThat(edited.json().get("next_at").asText()).contains("-12-31T23:00:00Z");
        assertThat(admin.send("DELETE", place, "").status()).isEqualTo(204);
        assertThat(admin.get(place).status()).isEqualTo(404);
        assertThat(actions()).containsExactly("add-schedule", "change-schedule", "remove-schedule");
    }

    @Test
    void a_name_is_used_once_in_a_tenant() {
        admin.post("/api/schedules", NIGHTLY);
        assertThat(admin.post("/api/schedules", NIGHTLY).status()).isEqualTo(409);
        String other = admin.post("/api/schedules", NIGHTLY.replace("nightly", "other"))
                .header("Location")
                .orElseThrow();
        assertThat(admin.send("PUT", other, NIGHTLY).status()).isEqualTo(409);
        assertThat(Tenant.fresh().admin().post("/api/schedules", NIGHTLY).status())
                .isEqualTo(201);
    }

    @Test
    void everything_that_is_wrong_is_named_at_once() {
        Api.Answer answer = admin.post(
                "/api/schedules",
                "{\"name\":\" \",\"expression\":\"61 * * * *\",\"zone\":\"Mars/Olympus\",\"kind\":\"x\"}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        JsonNode errors = answer.json().get("errors");
        assertThat(errors.fieldNames()).toIterable().containsExactlyInAnyOrder("name", "expression", "zone", "kind");
        assertThat(errors.get("kind").asText())
                .contains("backfill-bucket")
                .doesNotContain("queue-sweep")
                .doesNotContain("prune-history");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 3 * * SUN     | 0 3 * *         | expression",
                "0 3 * * SUN     |                 | expression",
                "Europe/Berlin   | +02:00          | zone",
                "Europe/Berlin   | europe/berlin   | zone",
                "backfill-bucket | queue-sweep     | kind",
                "backfill-bucket | prune-history   | kind",
                "backfill-bucket |                 | kind",
                "{\"bucket\": \"b\"} | {}          | payload",
                "{\"bucket\": \"b\"} | []          | payload",
                "{\"bucket\": \"b\"} | 7           | payload",
                "{\"bucket\": \"b\"} | {\"bucket\": \"b\", \"limit\": 0} | payload",
                "nightly         | a\\u0000b       | name",
                "nightly         | \\ud800         | name",
            })
    void a_wrong_field_is_named(String right, String wrong, String field) {
        Api.Answer answer = admin.post("/api/schedules", NIGHTLY.replace(right, wrong == null ? "" : wrong));
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.json().get("errors").fieldNames()).toIterable().containsExactly(field);
        String place = admin.post("/api/schedules", NIGHTLY.replace("nightly", "good"))
                .header("Location")
                .orElseThrow();
        assertThat(admin.send("PUT", place, NIGHTLY.replace(right, wrong == null ? "" : wrong))
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'bucket': ''}                        | bucket is needed",
                "{'bucket': 7}                         | bucket must be a text",
                "{'bucket': 'b', 'prefix': 'a\\u0000'} | prefix must be a text",
                "{'bucket': 'b', 'limit': '10'}        | limit must be a whole number from 1 on",
                "{'bucket': 'b', 'limit': 1.5}         | limit must be a whole number from 1 on",
                "{'bucket': 'b', 'limit': 1e30}        | limit must be a whole number from 1 on",
                "{'bucket': 'b', 'mode': 'ALL'}        | mode must be one of changed, all, missing, failed",
                "{'bucket': 'b', 'looks': 'yes'}       | looks must be true or false",
                "{'bucket': 'b', 'skip_limit': -1}     | skip_limit must be a whole number from 0 on",
                "{'bucket': 'b', 'dry_run': true}      | dry_run is not a field here",
                "{'mode': 'x'}                         | bucket is needed; mode must be one of",
            })
    void a_backfill_that_could_not_be_read_later_is_refused_now(String payload, String reason) {
        Api.Answer answer =
                admin.post("/api/schedules", NIGHTLY.replace("{\"bucket\": \"b\"}", payload.replace('\'', '"')));
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.json().get("errors").get("payload").asText()).contains(reason);
    }

    @Test
    void operators_steer_what_admins_make() {
        Api operator = tenant.caller("operator");
        assertThat(operator.post("/api/schedules", NIGHTLY).status()).isEqualTo(403);
        String place = admin.post("/api/schedules", NIGHTLY).header("Location").orElseThrow();
        assertThat(operator.send("PUT", place, NIGHTLY).status()).isEqualTo(403);
        assertThat(operator.send("DELETE", place, "").status()).isEqualTo(403);
        assertThat(operator.post(place + "/pause", "").json().get("enabled").asBoolean())
                .isFalse();
        assertThat(operator.get(place).json().has("next_at")).isFalse();
        assertThat(operator.post(place + "/resume", "").json().has("next_at")).isTrue();
        assertThat(operator.post(place + "/run", "").status()).isEqualTo(202);
        Api viewer = tenant.caller("viewer");
        assertThat(viewer.post(place + "/run", "").status()).isEqualTo(403);
        assertThat(viewer.get(place).status()).isEqualTo(200);
        assertThat(actions()).containsSubsequence("add-schedule", "pause-schedule", "resume-schedule", "run-schedule");
    }

    /** Past the doors, as a client of Supabase's own API goes. */
    @Test
    void the_database_too_lets_an_operator_pause_and_not_edit() throws Exception {
        admin.post("/api/schedules", NIGHTLY);
        try (Connection login = Testbed.sandbox().database().login()) {
            Rows.of(
                    login,
                    "select set_config('role', 'authenticated', false), set_config('request.jwt.claims', ?, false)",
                    "{\"role\":\"authenticated\",\"app_metadata\":{\"user_role\":\"operator\",\"tenant_id\":\""
                            + tenant.id() + "\"}}");
            assertThat(Rows.of(login, "update public.schedules set enabled = false, next_at = null returning enabled"))
                    .containsExactly(Map.of("enabled", false));
            assertThatThrownBy(() -> Rows.of(login, "update public.schedules set expression = '* * * * *'"))
                    .hasMessageStartingWith("42501");
        }
    }

    @Test
    void a_run_by_hand_is_a_tick_with_who_asked_and_how_it_ended() {
        CameraJpegs.small(2).fill(tenant.bucket("b"));
        String place = admin.post("/api/schedules", NIGHTLY).header("Location").orElseThrow();
        JsonNode tick = admin.post(place + "/run", "").json();
        assertThat(tick.get("skipped").asBoolean()).isFalse();
        assertThat(tick.has("asked_by")).isTrue();
        JsonNode ended = await(
                () -> ticks(place).get(0),
                now -> "completed".equals(now.path("outcome").asText()));
        assertThat(ended.get("duration_ms").asLong()).isNotNegative();
        assertThat(ended.get("job_id")).isEqualTo(tick.get("job_id"));
        JsonNode last = admin.get(place).json().get("last_tick");
        assertThat(last.get("due_at")).isEqualTo(tick.get("due_at"));
        JsonNode run = admin.get("/media-enricher/runs").json().get("items").get(0);
        assertThat(run.get("trigger").asText()).isEqualTo("cron");
        assertThat(run.get("started_by").asText()).isEqualTo("schedule \"nightly\"");
        assertThat(tenant.ended(run.get("id").asText()).get("status").asText()).isEqualTo("completed");
    }

    @Test
    void a_run_that_cannot_be_is_a_tick_that_says_why() {
        String place = admin.post("/api/schedules", NIGHTLY.replace("{\"bucket\": \"b\"}", "{\"bucket\": \"none\"}"))
                .header("Location")
                .orElseThrow();
        admin.post(place + "/run", "");
        JsonNode ended = await(
                () -> ticks(place).get(0),
                now -> "dead".equals(now.path("outcome").asText()));
        assertThat(ended.get("reason").asText()).contains("There is no bucket \"none\".");
    }

    @Test
    void while_the_job_of_a_tick_is_to_be_done_there_is_no_second_one() {
        String place = admin.post("/api/schedules", NIGHTLY).header("Location").orElseThrow();
        tenant.rows(
                "insert into public.job_pauses (tenant_id, kind, paused_by, reason) values (?, 'backfill-bucket', 'x', 'x')",
                tenant.id());
        JsonNode first = admin.post(place + "/run", "").json();
        JsonNode second = admin.post(place + "/run", "").json();
        assertThat(first.get("outcome").asText()).isEqualTo("available");
        assertThat(second.get("outcome").asText()).isEqualTo("skipped");
        assertThat(second.get("job_id")).isEqualTo(first.get("job_id"));
        assertThat(tenant.number("select count(*) from public.jobs where tenant_id = ?", tenant.id()))
                .isEqualTo(1);
    }

    @Test
    void the_clock_fires_it_until_it_is_paused_and_nothing_is_caught_up_with() {
        CameraJpegs.small(2).fill(tenant.bucket("b"));
        String place = admin.post("/api/schedules", EVERY_SECOND.formatted("b"))
                .header("Location")
                .orElseThrow();
        await(() -> ticks(place), now -> now.size() >= 4);
        admin.post(place + "/pause", "");
        int paused = ticks(place).size();
        Instant before = Instant.parse(
                admin.post(place + "/resume", "").json().get("next_at").asText());
        JsonNode after = await(() -> ticks(place), now -> now.size() > paused);
        JsonNode firstAfter = after.get(after.size() - paused - 1);
        assertThat(Instant.parse(firstAfter.get("due_at").asText())).isAfterOrEqualTo(before);
        admin.post(place + "/pause", "");
        List<String> times = new ArrayList<>();
        ticks(place).forEach(tick -> times.add(tick.get("due_at").asText()));
        assertThat(new HashSet<>(times)).hasSameSizeAs(times);
    }

    @Test
    void history_is_read_page_by_page() {
        String place = admin.post("/api/schedules", NIGHTLY).header("Location").orElseThrow();
        for (int n = 0; n < 5; n++) {
            assertThat(admin.post(place + "/run", "").status()).isEqualTo(202);
        }
        List<String> all = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = admin.get(place + "/ticks?limit=2" + after).json();
            page.get("items").forEach(tick -> all.add(tick.get("due_at").asText()));
            after = page.has("next") ? "&after=" + page.get("next").asText() : null;
        } while (after != null);
        assertThat(all).hasSize(5).doesNotHaveDuplicates().isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(admin.get(place + "/ticks?after=yesterday").status()).isEqualTo(400);
    }

    @Test
    void the_server_s_own_fire_and_are_nobody_s_to_see() {
        await(() -> tenant.rows("""
                        select h.outcome from public.schedule_history h
                          join public.schedules s on s.tenant_id = h.tenant_id and s.id = h.schedule_id
                         where s.name = 'queue-sweep' and h.outcome = 'completed'
                        """), found -> !found.isEmpty());
        assertThat(admin.get("/api/schedules").json().get("items")).isEmpty();
        Api service = Api.bearer(
                Testbed.node().address(),
                tenant.token("none")
                        .claim("role", "service_role")
                        .claim("app_metadata", null)
                        .sign());
        assertThat(service.send("GET", "/api/schedules", "", "X-Tenant-Id", SERVER)
                        .json()
                        .get("items"))
                .isEmpty();
    }

    private JsonNode ticks(String place) {
        return admin.get(place + "/ticks").json().get("items");
    }

    private List<Object> actions() {
        return tenant
                .rows("select action from audit.enricher_invocations where tenant_id = ? order by id", tenant.id())
                .stream()
                .map(row -> row.get("action"))
                .toList();
    }

    private static <T> T await(Callable<T> now, Predicate<T> wanted) {
        return Awaitility.await()
                .pollInSameThread()
                .pollInterval(Duration.ofMillis(100))
                .atMost(Duration.ofMinutes(2))
                .until(now, wanted);
    }
}

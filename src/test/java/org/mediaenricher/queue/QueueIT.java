package org.mediaenricher.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.mediaenricher.harness.Api;
import org.mediaenricher.harness.Rows;
import org.mediaenricher.harness.Sandbox;
import org.mediaenricher.harness.ServerNode;
import org.mediaenricher.harness.Tenant;
import org.mediaenricher.harness.Testbed;
import org.mediaenricher.harness.TrialJobs;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Jobs from enqueueing to their end, on a node whose handlers do what they are told. It hardly ever looks by itself, so
 * what it does it was told of; the other node knows no handler of these kinds, and keeps none of them waiting.
 */
@TestInstance(Lifecycle.PER_CLASS)
class QueueIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String KIND = "act-in-transaction";

    private final Sandbox sandbox = Testbed.sandbox();
    private final ServerNode other = Testbed.node();
    private ServerNode node;
    private Tenant tenant;

    @BeforeAll
    void start() {
        node = sandbox.start(sandbox.plan("queue")
                .war(TrialJobs.war(sandbox))
                .setting("mediaenricher.queue.poll", Duration.ofMinutes(10).toString()));
        tenant = Tenant.on(sandbox, node);
    }

    @AfterAll
    void stop() {
        node.close();
        assertThat(node.stackTracesInLog()).isEmpty();
        assertThat(other.stackTracesInLog()).isEmpty();
    }

    @Test
    void a_job_s_effect_and_its_end_are_there_together() {
        long id = enqueue(KIND, "write");
        JsonNode job = ended(id);
        assertThat(job.get("status").asText()).isEqualTo("completed");
        assertThat(job.get("attempt").asInt()).isEqualTo(1);
        assertThat(job.get("node").asText()).isEqualTo("queue");
        assertThat(effects(id)).isEqualTo(1);
    }

    @Test
    void what_fails_in_each_attempt_is_undone_and_given_up_with_every_error() {
        long id = enqueue(KIND, "write-and-fail");
        JsonNode job = ended(id);
        assertThat(job.get("status").asText()).isEqualTo("dead");
        assertThat(job.get("attempt").asInt()).isEqualTo(5);
        assertThat(job.get("reason").asText()).contains("Attempt 5 of 5").contains("as it was asked to");
        assertThat(job.get("errors")).hasSize(5);
        assertThat(effects(id)).isZero();
    }

    @Test
    void what_is_refused_for_good_is_tried_once() {
        JsonNode job = ended(enqueue(KIND, "refuse"));
        assertThat(job.get("status").asText()).isEqualTo("dead");
        assertThat(job.get("attempt").asInt()).isEqualTo(1);
    }

    @Test
    void a_payload_that_cannot_be_read_is_given_up_with_the_reason() {
        long id = insert(KIND, "{\"nothing\":1}", "");
        assertThat(ended(id).get("reason").asText()).contains("cannot be read");
    }

    @Test
    void a_payload_of_a_later_version_waits_for_a_node_that_knows_it() {
        long id = insert(KIND, payload("write", "later"), ", payload_version => 2");
        ended(enqueue(KIND, "write"));
        assertThat(job(id).get("status").asText()).isEqualTo("available");
        assertThat(post("/api/jobs/" + id + "/cancel").json().get("status").asText())
                .isEqualTo("cancelled");
    }

    @Test
    void a_job_that_does_not_end_is_interrupted_and_one_that_is_deaf_to_that_is_left_alone() {
        long waits = insert(KIND, payload("wait", "x"), ", max_attempts => 1");
        long hangs = insert(KIND, payload("hang", "x"), ", max_attempts => 1");
        assertThat(ended(waits).get("reason").asText()).contains("did not end within PT5S");
        assertThat(ended(hangs).get("reason").asText()).contains("did not end within PT5S");
        assertThat(ended(enqueue(KIND, "write")).get("status").asText()).isEqualTo("completed");
    }

    @Test
    void a_running_job_that_is_called_off_is_cancelled() {
        long id = enqueue("act-outside", "wait");
        Awaitility.await().atMost(PATIENCE).until(() -> status(id).equals("running"));
        assertThat(post("/api/jobs/" + id + "/cancel")
                        .json()
                        .get("cancel_requested")
                        .asBoolean())
                .isTrue();
        assertThat(ended(id).get("status").asText()).isEqualTo("cancelled");
        assertThat(post("/api/jobs/" + id + "/cancel").status()).isEqualTo(409);
    }

    @Test
    void a_snoozed_job_keeps_its_attempts() {
        long until = System.currentTimeMillis() / 1000 + 3;
        long id = insert(KIND, "{\"act\":\"snooze\",\"until\":" + until + ",\"name\":\"x\"}", ", max_attempts => 1");
        assertThat(ended(id).get("attempt").asInt()).isEqualTo(1);
        assertThat(status(id)).isEqualTo("completed");
    }

    @Test
    void of_a_job_that_is_put_off_or_to_be_retried_all_nodes_are_told() throws SQLException {
        for (String act : List.of("snooze", "fail")) {
            try (Connection another = sandbox.database().superuser()) {
                Rows.of(another, "listen enricher_jobs");
                insert(KIND, "{\"act\":\"" + act + "\",\"until\":2147483647}", "");
                Awaitility.await(act)
                        .pollInSameThread()
                        .atMost(PATIENCE)
                        .until(() -> heard(another).contains("-"));
            }
            tenant.rows("delete from public.jobs where tenant_id = ?", tenant.id());
        }
    }

    @Test
    void a_job_of_a_time_to_come_waits_for_it_and_can_be_hurried() {
        long soon = insert(KIND, payload("write", "soon"), ", delay => '1 second'");
        long late = insert(KIND, payload("write", "late"), ", delay => '1 hour'");
        assertThat(ended(soon).get("status").asText()).isEqualTo("completed");
        assertThat(status(late)).isEqualTo("scheduled");
        assertThat(post("/api/jobs/" + late + "/retry").status()).isEqualTo(200);
        assertThat(ended(late).get("status").asText()).isEqualTo("completed");
    }

    @Test
    void a_paused_kind_waits_until_it_is_resumed() {
        tenant.admin().post("/api/job-kinds/act-outside/pause", "{\"reason\":\"a test\"}");
        long paused = enqueue("act-outside", "write");
        long of_another_kind = enqueue(KIND, "write");
        ended(of_another_kind);
        assertThat(status(paused)).isEqualTo("available");
        JsonNode kind = kind("act-outside");
        assertThat(kind.get("pause").get("reason").asText()).isEqualTo("a test");
        assertThat(kind.get("available").asInt()).isEqualTo(1);
        assertThat(tenant.admin().post("/api/job-kinds/act-outside/resume", "").status())
                .isEqualTo(204);
        assertThat(ended(paused).get("status").asText()).isEqualTo("completed");
    }

    @Test
    void a_limited_kind_never_runs_more_than_it_may_and_no_tenant_takes_all() {
        Tenant second = Tenant.on(sandbox, node);
        List<Long> ids = new ArrayList<>();
        for (int each = 0; each < 4; each++) {
            ids.add(enqueue("act-limited", "wait"));
            ids.add(insert(second, "act-limited", payload("wait", "x"), ""));
        }
        Awaitility.await().atMost(PATIENCE).until(() -> running(tenant) + running(second) == 3);
        assertThat(running(tenant)).isBetween(1L, 2L);
        assertThat(running(second)).isBetween(1L, 2L);
        ids.forEach(id -> tenant.rows("delete from public.jobs where id = ?", id));
    }

    @Test
    void a_dead_letter_is_redriven_once_however_often_it_is_asked() throws Exception {
        long id = enqueue(KIND, "refuse");
        ended(id);
        tenant.rows("update public.jobs_dlq set payload = cast(? as jsonb) where id = ?", payload("write", "back"), id);
        List<Integer> answers =
                atOnce(8, () -> post("/api/dead-letters/" + id + "/redrive").status());
        assertThat(answers).containsOnlyOnce(204);
        assertThat(ended(id).get("status").asText()).isEqualTo("completed");
        assertThat(effects("back")).isEqualTo(1);
    }

    @Test
    void all_dead_letters_that_match_are_redriven_each_once_in_an_action_that_can_be_watched() throws Exception {
        Tenant crowded = Tenant.on(sandbox, node);
        crowded.rows("""
                insert into public.jobs_dlq (tenant_id, id, due_at, created_at, priority, attempt, max_attempts,
                                             payload_version, crashes, kind, payload, reason)
                select ?, nextval('enricher.job_ids'), now(), now(), 0, 5, 5, 1, 0, 'act-in-transaction',
                       jsonb_build_object('act', 'write', 'name', 'redriven-' || n),
                       case when n <= 1200 then 'provider said 503' else 'other' end
                  from generate_series(1, 1300) n
                """, crowded.id());
        List<Api.Answer> answers = atOnce(
                3,
                () -> crowded.admin()
                        .post("/api/dead-letters/redrive", "{\"text\":\"SAID 503\",\"reason\":\"it is back\"}"));
        answers.forEach(answer -> assertThat(answer.status()).isIn(202, 409));
        JsonNode action = answers.stream()
                .filter(answer -> answer.status() == 202)
                .findFirst()
                .orElseThrow()
                .json();
        assertThat(action.get("expected").asInt()).isPositive().isLessThanOrEqualTo(1200);
        Awaitility.await().atMost(PATIENCE).until(() -> crowded.number("""
                        select count(*) from public.trial_effects where name like 'redriven-%'
                        """) == 1200);
        assertThat(crowded.number("""
                        select count(distinct name) from public.trial_effects where name like 'redriven-%'
                        """)).isEqualTo(1200);
        assertThat(crowded.number("select count(*) from public.jobs_dlq where tenant_id = ?", crowded.id()))
                .isEqualTo(100);
        String place = "/api/job-actions/" + action.get("id").asText();
        JsonNode through = Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> crowded.admin().get(place).json(),
                        now -> now.get("status").asText().equals("completed"));
        assertThat(through.get("left_out").asInt()).isZero();
        assertThat(crowded.number("select sum(done) from public.job_actions where tenant_id = ?", crowded.id()))
                .isEqualTo(1200);
    }

    @Test
    void a_tenant_with_many_jobs_does_not_keep_one_with_few_waiting() {
        Tenant crowded = Tenant.on(sandbox, node);
        Tenant quiet = Tenant.on(sandbox, node);
        crowded.rows("""
                insert into public.jobs (tenant_id, kind, payload)
                select ?, 'act-in-transaction', '{"act":"write","name":"crowd"}' from generate_series(1, 20000)
                """, crowded.id());
        List<Long> few = IntStream.range(0, 10)
                .mapToObj(each -> insert(quiet, KIND, payload("write", "few"), ""))
                .toList();
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> quiet.number("select count(*) from public.jobs where tenant_id = ?", quiet.id()) == 0);
        assertThat(crowded.number("select count(*) from public.jobs where tenant_id = ?", crowded.id()))
                .isGreaterThan(10_000);
        assertThat(few).hasSize(10);
        crowded.rows("delete from public.jobs where tenant_id = ? and status <> 'running'", crowded.id());
    }

    @Test
    void jobs_share_a_transaction_and_each_ends_as_it_would_have_to_alone() {
        Tenant sharing = Tenant.on(sandbox, node);
        sharing.admin().post("/api/job-kinds/act-together/pause", "{\"reason\":\"until all are there\"}");
        long unreadable = insert(sharing, "act-together", "{\"nothing\":1}", "");
        long refused = insert(sharing, "act-together", payload("refuse", "x"), "");
        long fails = insert(sharing, "act-together", payload("write-and-fail", "shared-" + sharing.id()), "");
        sharing.rows("""
                insert into public.jobs (tenant_id, kind, payload)
                select ?, 'act-together', jsonb_build_object('act', 'write', 'name', 'shared-' || ? || n)
                  from generate_series(1, 60) n
                """, sharing.id(), sharing.id().toString());
        sharing.admin().post("/api/job-kinds/act-together/resume", "");
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> sharing.number("select count(*) from public.jobs where tenant_id = ?", sharing.id()) == 0);
        assertThat(sharing.rows("select id from public.jobs_dlq where tenant_id = ? order by id", sharing.id()))
                .extracting(row -> row.get("id"))
                .containsExactly(unreadable, refused, fails);
        assertThat(sharing.number("select sum(attempt) from public.jobs_dlq where tenant_id = ?", sharing.id()))
                .isEqualTo(1 + 1 + 5);
        assertThat(sharing.number("select sum(attempt) from public.jobs_history where tenant_id = ?", sharing.id()))
                .isEqualTo(60);
        assertThat(sharing.rows("""
                        select count(*) as rows, count(distinct name) as names,
                               count(distinct cast(xmin as text)) as transactions
                          from public.trial_effects where name like ?
                        """, "shared-" + sharing.id() + "%").get(0))
                .containsEntry("rows", 60L)
                .containsEntry("names", 60L)
                .extractingByKey("transactions", org.assertj.core.api.InstanceOfAssertFactories.LONG)
                .isLessThan(60L);
    }

    @Test
    void a_row_and_a_job_about_it_are_there_together_or_not_at_all() throws Exception {
        Tenant both = Tenant.on(sandbox, node);
        String prefix = "together-" + both.id();
        ExecutorService clients = Executors.newFixedThreadPool(4);
        try {
            List<Future<Integer>> all = IntStream.range(0, 200)
                    .mapToObj(each -> clients.submit(() -> Api.nobody(node.address())
                            .post(
                                    "/trial/together?tenant=" + both.id() + "&name=" + prefix + each + "&commit="
                                            + (each % 2 == 0),
                                    "")
                            .status()))
                    .toList();
            for (Future<Integer> each : all) {
                assertThat(each.get()).isEqualTo(200);
            }
        } finally {
            clients.shutdown();
        }
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> both.number("select count(*) from public.trial_effects where name like ?", prefix + "%")
                        == 100);
        assertThat(both.number("""
                        select count(*) from public.trial_business b
                          full join (select name from public.trial_effects where name like ?) e on e.name = b.name
                         where coalesce(b.name, e.name) like ? and (b.name is null or e.name is null)
                        """, prefix + "%", prefix + "%")).isZero();
    }

    private long enqueue(String kind, String act) {
        return insert(kind, payload(act, ""), "");
    }

    private long insert(String kind, String payload, String more) {
        return insert(tenant, kind, payload, more);
    }

    /** As {@link Jobs} does, by SQL; {@code more} are named parameters of {@code pg_temp.enqueue}. */
    private static long insert(Tenant of, String kind, String payload, String more) {
        String sql = """
                create or replace function pg_temp.enqueue(
                  tenant uuid, kind text, payload text, payload_version int default 1, max_attempts int default 5,
                  delay interval default '0') returns bigint language sql as $$
                  with put as (
                    insert into public.jobs (tenant_id, kind, payload, payload_version, max_attempts, due_at, status)
                    values (tenant, kind, cast(payload as jsonb), payload_version, max_attempts, now() + delay,
                            case when delay > '0' then 'scheduled' else 'available' end)
                    returning id),
                  told as materialized (
                    select pg_notify('enricher_jobs', case when delay > '0' then '-' else kind end))
                  select id from put, told $$;
                select pg_temp.enqueue('%s', '%s', '%s'%s) as id
                """.formatted(of.id(), kind, payload, more);
        return of.lastNumber(sql);
    }

    private static List<String> heard(Connection connection) throws SQLException {
        return Arrays.stream(connection.unwrap(PGConnection.class).getNotifications(100))
                .map(PGNotification::getParameter)
                .toList();
    }

    private static String payload(String act, String name) {
        return "{\"act\":\"" + act + "\",\"name\":\"" + (name.isEmpty() ? UUID.randomUUID() : name) + "\"}";
    }

    private long effects(long id) {
        return tenant.number("""
                select count(*) from public.trial_effects
                 where name = (select payload ->> 'name' from public.jobs_all where id = ?)
                """, id);
    }

    private long effects(String name) {
        return tenant.number("select count(*) from public.trial_effects where name = ?", name);
    }

    private long running(Tenant of) {
        return of.number(
                "select count(*) from public.jobs where tenant_id = ? and kind = 'act-limited' and status = 'running'",
                of.id());
    }

    private JsonNode job(long id) {
        return tenant.admin().get("/api/jobs/" + id).json();
    }

    private String status(long id) {
        return job(id).get("status").asText();
    }

    private JsonNode ended(long id) {
        return Awaitility.await("job " + id).atMost(PATIENCE).until(() -> job(id), now -> now.has("ended_at"));
    }

    private JsonNode kind(String name) {
        for (JsonNode each : tenant.admin().get("/api/job-kinds").json()) {
            if (each.get("kind").asText().equals(name)) {
                return each;
            }
        }
        throw new AssertionError("no kind " + name);
    }

    private Api.Answer post(String path) {
        return tenant.admin().post(path, "");
    }

    private static <T> List<T> atOnce(int count, Callable<T> act) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            List<T> answers = new ArrayList<>();
            for (Future<T> each : threads.invokeAll(java.util.Collections.nCopies(count, act))) {
                answers.add(each.get());
            }
            return answers;
        } finally {
            threads.shutdown();
        }
    }
}

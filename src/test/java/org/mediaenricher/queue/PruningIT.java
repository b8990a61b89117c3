package org.mediaenricher.queue;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.mediaenricher.harness.Archives;
import org.mediaenricher.harness.Rows;
import org.mediaenricher.tenancy.RowScope;

/** What was kept long enough goes, and nothing else. History is kept for 30 days here, dead letters for 365. */
@ArquillianTest
class PruningIT {
    private static final String SERVICE = "{\"role\":\"service_role\"}";
    private static final String ENTER = "select set_config('role', ?, true), set_config('request.jwt.claims', ?, true)";

    /** So many jobs of a tenant that were made, and ended, so many days ago; their ids begin with the given one. */
    private static final String HISTORY = """
            insert into public.jobs_history
              (tenant_id, id, due_at, created_at, ended_at, priority, attempt, max_attempts, status, kind, payload)
            select ?, ? + n, now(), now() - ? * interval '1 day', now() - ? * interval '1 day', 0, 1, 5, 'completed',
                   'kind', '{}'
              from generate_series(1, ?) n
            """;

    @Resource(lookup = "java:jboss/datasources/MediaEnricher")
    private DataSource database;

    @Inject
    private UserTransaction transaction;

    @Inject
    private Pruning pruning;

    @Inject
    private PruningSteps steps;

    private final UUID tenant = UUID.randomUUID();

    @Deployment
    static WebArchive archive() {
        return Archives.application().addClass(Rows.class);
    }

    @Test
    void old_history_goes_also_behind_what_stays() throws Exception {
        service(HISTORY, tenant, 0, 90, 1, 1200); // waited for long, ended yesterday
        service(HISTORY, tenant, 2000, 60, 40, 1500);
        service(HISTORY, tenant, 4000, 20, 10, 1500);
        UUID other = UUID.randomUUID();
        service(HISTORY, other, 0, 31, 31, 1);
        prune(() -> true);
        assertThat(service("select count(*) as n from public.jobs_history where tenant_id = ? and id <= 2000", tenant))
                .containsExactly(Map.of("n", 1200L));
        assertThat(service("select count(*) as n from public.jobs_history where tenant_id = ? and id > 2000", tenant))
                .containsExactly(Map.of("n", 1500L));
        assertThat(service("select id from public.jobs_history where tenant_id = ?", other))
                .isEmpty();
    }

    @Test
    void it_ends_when_its_time_is_over_and_goes_on_the_next_time() throws Exception {
        service(HISTORY, tenant, 0, 60, 40, 5000);
        AtomicInteger turns = new AtomicInteger();
        prune(() -> turns.incrementAndGet() <= 2);
        assertThat(historyLeft()).isGreaterThan(0);
        prune(() -> true);
        assertThat(historyLeft()).isZero();
    }

    @Test
    void zero_keeps_nothing() throws Exception {
        service(HISTORY, tenant, 0, 0, 0, 10);
        PruningSteps.Walked walked = RowScope.service().within(() -> steps.history(tenant, 0, Duration.ZERO));
        assertThat(walked.deleted()).isEqualTo(10);
    }

    @Test
    void dead_letters_actions_and_ticks_go_in_their_time() throws Exception {
        for (int days : new int[] {364, 366}) {
            service(
                    "insert into public.jobs_dlq (tenant_id, id, due_at, created_at, ended_at, priority, attempt,"
                            + " max_attempts, payload_version, crashes, kind, payload, reason)"
                            + " values (?, ?, now(), now(), now() - ? * interval '1 day', 0, 1, 5, 1, 0, 'k', '{}', 'x')",
                    tenant,
                    days,
                    days);
            service(
                    "insert into public.job_actions (tenant_id, id, action, filter, reason, asked_by, expected, status,"
                            + " ended_at) values (?, gen_random_uuid(), 'redrive', '{}', ?, 'x', 1, 'completed',"
                            + " now() - ? * interval '1 day')",
                    tenant,
                    String.valueOf(days),
                    days);
        }
        UUID schedule = schedule(null);
        tick(schedule, 29 * 24, 1);
        tick(schedule, 31 * 24, 2);
        prune(() -> true);
        assertThat(service("select id from public.jobs_dlq where tenant_id = ?", tenant))
                .containsExactly(Map.of("id", 364L));
        assertThat(service("select reason from public.job_actions where tenant_id = ?", tenant))
                .containsExactly(Map.of("reason", "364"));
        assertThat(ticksOf(schedule)).containsExactly(1L);
    }

    @Test
    void a_schedule_that_says_so_keeps_its_ticks_and_their_jobs_shorter() throws Exception {
        UUID schedule = schedule("1 hour");
        service(HISTORY, tenant, 0, 0, 0, 3);
        tick(schedule, 2, 1);
        tick(schedule, 0, 2);
        prune(() -> true);
        assertThat(ticksOf(schedule)).containsExactly(2L);
        assertThat(service("select id from public.jobs_history where tenant_id = ? order by id", tenant))
                .containsExactly(Map.of("id", 2L), Map.of("id", 3L));
    }

    @Test
    void the_oldest_among_many_are_found_by_the_key() throws Exception {
        service(HISTORY, tenant, 0, 60, 40, 100_000);
        service(HISTORY, tenant, 100_000, 5, 5, 200_000);
        service("analyze public.jobs_history");
        String plan = service(
                        "explain (analyze, costs off, timing off, summary off) " + PruningSteps.HISTORY,
                        "P30D",
                        tenant,
                        0L)
                .stream()
                .map(row -> row.values().iterator().next().toString())
                .collect(Collectors.joining("\n"));
        assertThat(plan).contains("jobs_history_pkey").doesNotContain("Seq Scan on jobs_history");
        prune(() -> true);
        assertThat(historyLeft()).isEqualTo(200_000);
        service("delete from public.jobs_history where tenant_id = ?", tenant);
    }

    private void prune(BooleanSupplier goOn) {
        RowScope.service().within(() -> pruning.prune(goOn));
    }

    private long historyLeft() throws Exception {
        return (Long) service("select count(*) as n from public.jobs_history where tenant_id = ?", tenant)
                .get(0)
                .get("n");
    }

    private UUID schedule(String kept) throws Exception {
        UUID id = UUID.randomUUID();
        service(
                "insert into public.schedules (tenant_id, id, name, expression, zone, kind, kept, created_by, updated_by)"
                        + " values (?, ?, 'x', '0 0 * * *', 'UTC', 'kind', cast(? as interval), 'x', 'x')",
                tenant,
                id,
                kept);
        return id;
    }

    private void tick(UUID schedule, int hoursAgo, long job) throws Exception {
        service(
                "insert into public.schedule_ticks (tenant_id, schedule_id, due_at, fired_at, node, job_id)"
                        + " select ?, ?, t, t, 'node', ? from (select now() - ? * interval '1 hour') as past (t)",
                tenant,
                schedule,
                job,
                hoursAgo);
    }

    private List<Object> ticksOf(UUID schedule) throws Exception {
        return service("select job_id from public.schedule_ticks where schedule_id = ? order by job_id", schedule)
                .stream()
                .map(row -> row.get("job_id"))
                .toList();
    }

    private List<Map<String, Object>> service(String sql, Object... values) throws Exception {
        transaction.begin();
        try (Connection connection = database.getConnection()) {
            Rows.of(connection, ENTER, "service_role", SERVICE);
            return Rows.of(connection, sql, values);
        } finally {
            transaction.commit();
        }
    }
}

package org.mediaenricher.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mediaenricher.harness.Rows;
import org.mediaenricher.harness.Tenant;
import org.mediaenricher.harness.Testbed;

/** What ended is told alike before it is rolled up and afterwards. Each test is a transaction of which nothing stays. */
class RollupsIT {
    /** Over the last 26 hours, more of them lately; a tenth was called off, of which half was never claimed. */
    private static final String PAST = """
            insert into public.jobs_history
              (tenant_id, id, due_at, created_at, claimed_at, ended_at, priority, attempt, max_attempts, status, kind,
               payload)
            select ?, n, now(), now(), case when n % 20 <> 0 then ended_at - exp(random() * 15) * interval '1 millisecond' end,
                   ended_at, 0, 1, 5, case when n % 10 <> 0 then 'completed' else 'cancelled' end, 'rolled', '{}'
              from (select n, now() - power(random(), 2) * interval '26 hours' as ended_at from generate_series(1, ?) n) e
            """;

    private static final String LASTED = """
            insert into public.jobs_history
              (tenant_id, id, due_at, created_at, claimed_at, ended_at, priority, attempt, max_attempts, status, kind,
               payload)
            select ?, n, now(), now(), now() - interval '10 minutes', now() - interval '10 minutes' + n * interval '1 ms',
                   0, 1, 5, 'completed', 'rolled', '{}'
              from generate_series(1, 200) n
            """;

    private static final List<String> NUMBERS = List.of(
            "select * from public.queue_last_hour where tenant_id = ? order by since",
            "select * from public.queue_last_day where tenant_id = ? order by since",
            "select * from public.queue_usage where tenant_id = ?");

    private final UUID tenant = Tenant.fresh().id();
    private Connection superuser;

    @BeforeEach
    void nothing_is_rolled_up() throws SQLException {
        superuser = Testbed.sandbox().database().superuser();
        superuser.setAutoCommit(false);
        rows("select from enricher.rolled_jobs for update");
        rows("delete from public.job_rollups");
        rows("delete from public.job_percentiles");
        rows("update enricher.rolled_jobs set by_minute = '-infinity', by_tens = '-infinity'");
    }

    @AfterEach
    void nothing_stays() throws SQLException {
        superuser.rollback();
        superuser.close();
    }

    @Test
    void numbers_are_the_same_whether_rolled_up_or_not() {
        rows(PAST, tenant, 20_000);
        List<List<Map<String, Object>>> before = numbers();
        assertThat(before.get(0)).hasSizeGreaterThan(50);
        assertThat(before.get(1)).hasSizeGreaterThan(140);
        int steps = rollUp();
        assertThat(numbers()).isEqualTo(before);
        assertThat(steps).as("an hour at a time").isBetween(25, 26);
        assertThat(number("""
                        select count(*) from public.jobs_history, enricher.rolled_jobs
                         where tenant_id = ? and ended_at >= by_minute
                        """)).as("what is still read row by row").isLessThan(1_500);
        assertThat(number("select sum(jobs) from public.job_rollups where tenant_id = ? and minutes = 10"))
                .isGreaterThan(15_000);
    }

    @Test
    void what_is_rolled_up_once_is_not_rolled_up_again() {
        rows(PAST, tenant, 1000);
        rollUp();
        long before = number("select sum(jobs) from public.job_rollups where tenant_id = ?");
        assertThat(rollUp()).isOne();
        assertThat(number("select sum(jobs) from public.job_rollups where tenant_id = ?"))
                .isEqualTo(before);
    }

    @Test
    void ten_minutes_that_were_begun_are_summed_up_when_they_are_over() {
        rows(PAST, tenant, 5000);
        List<List<Map<String, Object>>> before = numbers();
        rollUp();
        rows("""
                with late as (
                  select date_bin('10 minutes', by_minute, '2000-01-01 00:00:00+00') - interval '3 minutes' as minute,
                         date_bin('10 minutes', by_minute, '2000-01-01 00:00:00+00') - interval '10 minutes' as tens
                    from enricher.rolled_jobs),
                classes as (
                  delete from public.job_rollups r using late l
                   where r.minutes = 1 and r.since >= l.minute or r.minutes = 10 and r.since >= l.tens),
                steps as (
                  delete from public.job_percentiles p using late l
                   where p.minutes = 1 and p.since >= l.minute or p.minutes = 10 and p.since >= l.tens)
                update enricher.rolled_jobs set by_minute = l.minute, by_tens = l.tens from late l
                """);
        assertThat(numbers()).isEqualTo(before);
        rollUp();
        assertThat(numbers()).isEqualTo(before);
    }

    @Test
    void minutes_go_after_two_hours_and_tens_after_a_day() {
        rows("""
                insert into public.job_rollups
                select ?, minutes, date_bin('10 minutes', now() - old, '2000-01-01 00:00:00+00'), 'rolled', 'completed', 7, 1, 7
                  from (values (1, interval '3 hours'), (1, interval '1 hour'),
                               (10, interval '26 hours'), (10, interval '24 hours')) as given (minutes, old)
                """, tenant);
        rows("""
                insert into public.job_percentiles
                select tenant_id, minutes, since, jobs, 7, 7, 7 from public.job_rollups where tenant_id = ?
                """, tenant);
        rows("""
                update enricher.rolled_jobs
                   set by_minute = now() - interval '10 minutes',
                       by_tens = date_bin('10 minutes', now() - interval '10 minutes', '2000-01-01 00:00:00+00')
                """);
        rollUp();
        for (String table : List.of("job_rollups", "job_percentiles")) {
            assertThat(rows("select minutes from public." + table + " where tenant_id = ? order by 1", tenant))
                    .as(table)
                    .containsExactly(Map.of("minutes", 1), Map.of("minutes", 10));
        }
    }

    @Test
    void percentiles_are_times_of_jobs_to_two_digits() {
        rows(LASTED, tenant);
        rollUp();
        for (String window : NUMBERS.subList(0, 2)) {
            Map<String, Object> whole = rows(window, tenant).stream()
                    .filter(row -> row.get("since") == null)
                    .findFirst()
                    .orElseThrow();
            assertThat(whole)
                    .containsEntry("completed", 200L)
                    .containsEntry("p50_ms", 100.0)
                    .containsEntry("p95_ms", 190.0)
                    .containsEntry("p99_ms", 200.0);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "-7, 0",
        "0, 0",
        "7, 7",
        "99, 99",
        "104, 100",
        "105, 110",
        "994, 990",
        "995, 1000",
        "1000, 1000",
        "1049, 1000",
        "86399999, 86000000"
    })
    void two_digits_stay(long ms, long kept) {
        assertThat(rows("select enricher.two_digits(?) as n", ms)).containsExactly(Map.of("n", kept));
    }

    @Test
    void no_time_is_off_by_more_than_a_twentieth() {
        assertThat(rows("""
                        select n from generate_series(0, 200000, 1) n
                         where abs(enricher.two_digits(n) - n) > 0.05 * n limit 1
                        """)).isEmpty();
    }

    private List<List<Map<String, Object>>> numbers() {
        return NUMBERS.stream().map(sql -> rows(sql, tenant)).toList();
    }

    /** Answers how many hours it took. */
    private int rollUp() {
        int steps = 1;
        while ((Boolean) rows("select enricher.roll_up_jobs() as more").get(0).get("more")) {
            steps++;
        }
        return steps;
    }

    private long number(String sql) {
        return ((Number) rows(sql, tenant).get(0).values().iterator().next()).longValue();
    }

    private List<Map<String, Object>> rows(String sql, Object... values) {
        return Rows.of(superuser, sql, values);
    }
}

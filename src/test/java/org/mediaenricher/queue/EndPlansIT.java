package org.mediaenricher.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mediaenricher.harness.Rows;
import org.mediaenricher.harness.Tenant;
import org.mediaenricher.harness.Testbed;

/**
 * Jobs that end are found by their keys, however little PostgreSQL knows of the table: a plan that reads all that run for
 * each one that ends takes minutes for a thousand. Scans are counted by the transaction's own statistics.
 */
class EndPlansIT {
    private static final String RUNNING = """
            with claimed as (select nextval('enricher.fencing_tokens') as token)
            insert into public.jobs (tenant_id, kind, status, attempt, lease_token, claimed_at)
            select cast(? as uuid), 'ends', 'running', 1, c.token, now()
              from claimed c, generate_series(1, 1000)
            """;

    private static final String END_ALL = """
            select enricher.end_jobs(array_agg(tenant_id), array_agg(id), array_agg(lease_token), 'completed') as ended
              from public.jobs where tenant_id = cast(? as uuid)
            """;

    private static final String COMPLETE_EACH = """
            select count(*) filter (where enricher.complete_job(tenant_id, id, lease_token)) as ended
              from (select tenant_id, id, lease_token from public.jobs where tenant_id = cast(? as uuid)
                    offset 0) as running
            """;

    private static final String SCANS = """
            select pg_stat_get_xact_numscans('public.jobs_running'::regclass) as n
            """;

    private final UUID tenant = Tenant.fresh().id();

    @Test
    void a_thousand_ends_at_once_do_not_read_what_runs() throws SQLException {
        assertThat(scansToEnd(END_ALL)).isZero();
    }

    @Test
    void one_end_at_a_time_does_not_read_what_runs_either() throws SQLException {
        assertThat(scansToEnd(COMPLETE_EACH)).isZero();
    }

    /** How often the index of all that run is scanned while a thousand jobs end; nothing of it stays. */
    private long scansToEnd(String end) throws SQLException {
        try (Connection superuser = Testbed.sandbox().database().superuser()) {
            superuser.setAutoCommit(false);
            Rows.of(superuser, RUNNING, tenant);
            long before = number(superuser, SCANS);
            assertThat(((Number) Rows.of(superuser, end, tenant).get(0).get("ended")).intValue())
                    .isEqualTo(1000);
            long scans = number(superuser, SCANS) - before;
            superuser.rollback();
            return scans;
        }
    }

    private static long number(Connection connection, String sql) {
        return (Long) Rows.of(connection, sql).get(0).get("n");
    }
}

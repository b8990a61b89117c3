package org.mediaenricher.batch;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mediaenricher.harness.Archives;
import org.mediaenricher.harness.Rows;

/** What is forgotten of executions after 90 days: in our history, and in the repository of a node long gone. */
@ArquillianTest
class BatchHistoryIT {
    private static final String SERVICE = "{\"role\":\"service_role\"}";
    private static final String ENTER = "select set_config('role', ?, true), set_config('request.jwt.claims', ?, true)";

    @Resource(lookup = "java:jboss/datasources/MediaEnricher")
    private DataSource database;

    @Inject
    private UserTransaction transaction;

    @Inject
    private BatchHistory history;

    private final UUID tenant = UUID.randomUUID();
    private final UUID run = UUID.randomUUID();

    @Deployment
    static WebArchive archive() {
        return Archives.application().addClass(Rows.class);
    }

    /** A run that nobody drives, for its pause never ends. */
    @BeforeEach
    void a_node_that_was_there_once() throws Exception {
        service("insert into public.tenants (id, name) values (?, 'x')", tenant);
        service("insert into public.buckets (tenant_id, name, location) values (?, 'b', 'b')", tenant);
        service("""
                insert into public.media_enrich_runs
                  (tenant_id, id, bucket, mode, trigger, started_by, status, ended_at)
                values (?, ?, 'b', 'all', 'backfill', 'x', 'completed', now())
                """, tenant, run);
        plain("select enricher.enter_node('gone')");
        plain("delete from batch_gone.job_instance");
    }

    @Test
    void executions_are_forgotten_by_their_age() throws Exception {
        ended(1, "91 days");
        ended(2, "89 days");
        history.forget();
        assertThat(service("select execution_id from public.batch_executions where run_id = ?", run))
                .extracting(row -> row.get("execution_id"))
                .containsExactly(2L);
    }

    @Test
    void an_instance_is_forgotten_with_its_executions_by_the_age_of_the_youngest() throws Exception {
        long old = instance("100 days", "91 days");
        long young = instance("100 days", "89 days");
        history.forget();
        assertThat(instances()).contains(young).doesNotContain(old);
        assertThat(plain("select from batch_gone.job_execution where jobinstanceid = " + old))
                .isEmpty();
    }

    @Test
    void what_runs_by_our_history_is_not_forgotten_however_old_it_looks() throws Exception {
        long running = instance("91 days");
        Object execution = plain("select jobexecutionid from batch_gone.job_execution where jobinstanceid = " + running)
                .get(0)
                .get("jobexecutionid");
        begun((Long) execution);
        history.forget();
        assertThat(instances()).contains(running);
        service("delete from public.batch_executions where run_id = ?", run);
        history.forget();
        assertThat(instances()).doesNotContain(running);
    }

    @Test
    void more_than_fits_into_one_transaction_is_forgotten_at_once() throws Exception {
        plain("""
                with made as (
                  insert into batch_gone.job_instance (jobname) select 'old' from generate_series(1, 450)
                  returning jobinstanceid)
                insert into batch_gone.job_execution (jobinstanceid, batchstatus, createtime)
                select jobinstanceid, 'STARTED', now() - interval '1 year' from made
                """);
        history.forget();
        assertThat(instances()).isEmpty();
    }

    /** By a node that is alive, or the keeper would mark it as abandoned. */
    private void begun(long execution) throws Exception {
        service("""
                with alive as (
                  insert into enricher.nodes (name, incarnation, version, started_at, seen_at, lease_until)
                  values ('Gone', nextval('enricher.incarnations'), 'x', now(), now(), now() + interval '1 hour')
                  on conflict (name) do update set lease_until = excluded.lease_until
                  returning name, incarnation)
                insert into public.batch_executions (tenant_id, run_id, node, incarnation, execution_id, job, role)
                select ?, ?, name, incarnation, ?, 'backfill', 'driver' from alive
                """, tenant, run, execution);
    }

    private void ended(long execution, String ago) throws Exception {
        service("""
                insert into public.batch_executions
                  (tenant_id, run_id, node, incarnation, execution_id, job, role, status, ended_at)
                select ?, ?, 'gone', 0, ?, 'backfill', 'driver', 'abandoned', now() - cast(? as interval)
                """, tenant, run, execution, ago);
    }

    private long instance(String... updatedAgo) throws SQLException {
        long id = (Long) plain("insert into batch_gone.job_instance (jobname) values ('old') returning jobinstanceid")
                .get(0)
                .get("jobinstanceid");
        for (String ago : updatedAgo) {
            plain("""
                    insert into batch_gone.job_execution (jobinstanceid, batchstatus, createtime, lastupdatedtime)
                    values (?, 'STARTED', now() - interval '1 year', now() - cast(? as interval))
                    """, id, ago);
        }
        return id;
    }

    private List<Object> instances() throws SQLException {
        return plain("select jobinstanceid from batch_gone.job_instance").stream()
                .map(row -> row.get("jobinstanceid"))
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

    private List<Map<String, Object>> plain(String sql, Object... values) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return Rows.of(connection, sql, values);
        }
    }
}

package org.mediaenricher.queue;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jboss.logging.MDC;
import org.mediaenricher.tenancy.Database;
import org.mediaenricher.tenancy.DatabaseUnavailable;
import org.mediaenricher.tenancy.RowScope;
import org.mediaenricher.tenancy.RowSecurity;

/**
 * Enqueues. In the caller's transaction, where there is one: the job is there when that commits, and never was when it
 * is rolled back. Waiting nodes are told with the commit.
 */
@ApplicationScoped
@Transactional
public class Jobs {
    /** What a waiting node listens on; the payload is the kind of a job that waits, or {@link #TO_COME}. */
    static final String CHANNEL = "enricher_jobs";

    /** There is a job whose time is to come. */
    static final String TO_COME = "-";

    private static final String ENQUEUE = """
            with given as materialized (
              select nextval('enricher.job_ids') as id, g.*
                from unnest(?, ?, ?, ?, ?, ?, ?, ?) with ordinality
                  as g (tenant_id, kind, payload_version, payload, priority, delay_ms, max_attempts, unique_key, place)),
            put as (
              insert into public.jobs (tenant_id, id, kind, payload_version, payload, priority, due_at, status,
                                       max_attempts, unique_key, correlation_id)
              select tenant_id, id, kind, payload_version, cast(payload as jsonb), priority,
                     clock_timestamp() + delay_ms * interval '1 millisecond',
                     case when delay_ms > 0 then 'scheduled' else 'available' end, max_attempts, unique_key, ?
                from given order by place
              on conflict (tenant_id, kind, unique_key) where unique_key is not null do nothing
              returning tenant_id, id, case when status = 'scheduled' then '-' else kind end as news),
            told as materialized (
              select pg_notify('enricher_jobs', n.news) from (select distinct news from put) n)
            select g.place, g.id,
                   coalesce(p.id, (select j.id from public.jobs j
                                    where j.tenant_id = g.tenant_id and j.kind = g.kind
                                      and j.unique_key = g.unique_key)) as found,
                   (select count(*) from told)
              from given g
              left join put p on p.tenant_id = g.tenant_id and p.id = g.id
            """;

    @Resource(lookup = Database.JNDI)
    private DataSource database;

    @Inject
    private RowSecurity rows;

    /** Enqueues one job. */
    public Enqueued enqueue(NewJob job) {
        return enqueueAll(List.of(job)).get(0);
    }

    /**
     * Enqueues many, in one statement.
     *
     * @return what became of each, in the order given
     */
    public List<Enqueued> enqueueAll(List<NewJob> jobs) {
        RowScope scope = scope(jobs);
        return rows.as(scope, () -> {
            Map<Integer, Enqueued> done = new HashMap<>();
            List<Integer> left = new ArrayList<>();
            for (int place = 0; place < jobs.size(); place++) {
                left.add(place);
            }
            while (!left.isEmpty()) {
                done.putAll(put(jobs, left));
                left.removeAll(done.keySet());
            }
            return done.keySet().stream().sorted().map(done::get).toList();
        });
    }

    /** One tenant's where they are all of one, so that a job cannot be put where its enqueuer has no business. */
    private static RowScope scope(List<NewJob> jobs) {
        List<?> tenants = jobs.stream().map(NewJob::tenant).distinct().toList();
        return tenants.size() == 1 ? Owner.scope(Owner.column(jobs.get(0).tenant())) : RowScope.service();
    }

    /** Without those whose like was there when it was put, and had ended when it was looked for. */
    private Map<Integer, Enqueued> put(List<NewJob> jobs, List<Integer> places) {
        List<NewJob> wanted = places.stream().map(jobs::get).toList();
        Map<Integer, Enqueued> answers = new HashMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement enqueue = connection.prepareStatement(ENQUEUE)) {
            bind(connection, enqueue, wanted);
            try (ResultSet row = enqueue.executeQuery()) {
                while (row.next()) {
                    long found = row.getLong(3);
                    if (!row.wasNull()) {
                        answers.put(places.get(row.getInt(1) - 1), new Enqueued(found, found == row.getLong(2)));
                    }
                }
            }
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
        return answers;
    }

    private static void bind(Connection connection, PreparedStatement enqueue, List<NewJob> jobs) throws SQLException {
        enqueue.setArray(1, connection.createArrayOf("uuid", column(jobs, job -> Owner.column(job.tenant()))));
        enqueue.setArray(2, connection.createArrayOf("text", column(jobs, NewJob::kind)));
        enqueue.setArray(3, connection.createArrayOf("int2", column(jobs, NewJob::version)));
        enqueue.setArray(
                4,
                connection.createArrayOf(
                        "text", column(jobs, job -> job.payload().toString())));
        enqueue.setArray(5, connection.createArrayOf("int2", column(jobs, NewJob::priority)));
        enqueue.setArray(
                6,
                connection.createArrayOf("int8", column(jobs, job -> job.delay().toMillis())));
        enqueue.setArray(7, connection.createArrayOf("int2", column(jobs, NewJob::attempts)));
        enqueue.setArray(
                8,
                connection.createArrayOf(
                        "text", column(jobs, job -> job.uniqueKey().orElse(null))));
        enqueue.setString(9, correlationId().orElse(null));
    }

    private static Object[] column(List<NewJob> jobs, Function<NewJob, Object> value) {
        return jobs.stream().map(value).toArray();
    }

    private static Optional<String> correlationId() {
        return Optional.ofNullable(MDC.get("correlation_id")).map(Object::toString);
    }
}

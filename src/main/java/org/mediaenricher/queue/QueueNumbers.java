package org.mediaenricher.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mediaenricher.security.Caller;
import org.mediaenricher.tenancy.RowScoped;

/** S15: how much the caller's tenant got done, and how quickly. What waits and runs now, {@link KindDesk} counts. */
@ApplicationScoped
@Transactional
@RowScoped
public class QueueNumbers {
    /** The view is asked once; its row without a time is about all of it, and comes first. */
    private static final String LAST_HOUR = """
            with done as materialized (
              select h.* from public.queue_last_hour h where h.tenant_id = :tenant)
            select cast(null as timestamptz) as since, coalesce(max(d.completed), 0) as completed,
                   max(d.p50_ms) as p50, max(d.p95_ms) as p95, max(d.p99_ms) as p99
              from done d where d.since is null
            union all
            select s.since, coalesce(d.completed, 0), d.p50_ms, d.p95_ms, d.p99_ms
              from generate_series(date_trunc('minute', now()) - interval '59 minutes', date_trunc('minute', now()),
                                   interval '1 minute') as s (since)
              left join done d on d.since = s.since
             order by 1 nulls first
            """;

    private static final String LAST_DAY = """
            with done as materialized (
              select h.* from public.queue_last_day h where h.tenant_id = :tenant),
            present as materialized (
              select date_bin('10 minutes', now(), timestamptz '2000-01-01 00:00:00+00') as step)
            select cast(null as timestamptz) as since, coalesce(max(d.completed), 0) as completed,
                   max(d.p50_ms) as p50, max(d.p95_ms) as p95, max(d.p99_ms) as p99
              from done d where d.since is null
            union all
            select s.since, coalesce(d.completed, 0), d.p50_ms, d.p95_ms, d.p99_ms
              from present p
             cross join lateral generate_series(
               p.step - interval '23 hours 50 minutes', p.step, interval '10 minutes') as s (since)
              left join done d on d.since = s.since
             order by 1 nulls first
            """;

    private static final String USAGE = """
            select u.completed, u.cancelled, cast(extract(epoch from u.busy) * 1000 as bigint) as busy
              from public.queue_usage u where u.tenant_id = :tenant
            """;

    @PersistenceContext
    private EntityManager database;

    /** In the last hour, minute by minute. */
    public Throughput lastHour(Caller caller) {
        return throughput(caller, LAST_HOUR);
    }

    /** In the last 24 hours, in steps of ten minutes. */
    public Throughput lastDay(Caller caller) {
        return throughput(caller, LAST_DAY);
    }

    /** In the last 24 hours, all in all. */
    public Usage usage(Caller caller) {
        return rows(caller, USAGE).stream()
                .findFirst()
                .map(row -> new Usage(
                        number(row, "completed").longValue(),
                        number(row, "cancelled").longValue(),
                        Duration.ofMillis(number(row, "busy").longValue())))
                .orElse(Usage.NONE);
    }

    private Throughput throughput(Caller caller, String sql) {
        List<Tuple> rows = rows(caller, sql);
        List<Throughput.Step> steps = rows.stream()
                .skip(1)
                .map(row -> new Throughput.Step(
                        row.get("since", Instant.class),
                        number(row, "completed").longValue(),
                        latency(row)))
                .toList();
        return new Throughput(number(rows.get(0), "completed").longValue(), latency(rows.get(0)), steps);
    }

    private static Optional<Latency> latency(Tuple row) {
        return Optional.ofNullable(number(row, "p50"))
                .map(there -> new Latency(millis(row, "p50"), millis(row, "p95"), millis(row, "p99")));
    }

    private static Duration millis(Tuple row, String name) {
        return Duration.ofMillis(Math.round(number(row, name).doubleValue()));
    }

    private static Number number(Tuple row, String name) {
        return row.get(name, Number.class);
    }

    @SuppressWarnings("unchecked") // a query for tuples answers with tuples
    private List<Tuple> rows(Caller caller, String sql) {
        return database.createNativeQuery(sql, Tuple.class)
                .setParameter("tenant", caller.tenantOrRefuse().value())
                .getResultList();
    }
}

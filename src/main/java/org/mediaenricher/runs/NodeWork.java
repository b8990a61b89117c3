package org.mediaenricher.runs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.mediaenricher.tenancy.RowScoped;

/** What nodes work on, as far as it is the tenant's in scope. Both questions look at what is open alone. */
@ApplicationScoped
@Transactional
@RowScoped
public class NodeWork {
    private static final String HELD = """
            select s.lease_incarnation, s.run_id, r.bucket, count(*), sum(s.object_count - s.processed)
              from public.media_enrich_slices s
              join public.media_enrich_runs r on r.tenant_id = s.tenant_id and r.id = s.run_id
             where s.status = 'leased' and s.status <> 'done'
             group by s.lease_incarnation, s.run_id, r.bucket
             order by s.lease_incarnation, s.run_id
            """;

    private static final String RUNNING = """
            select e.incarnation, e.run_id, e.job, e.role, e.started_at
              from public.batch_executions e
             where e.status = 'running'
             order by e.incarnation, e.started_at, e.id
            """;

    /**
     * Slices of a run that a node holds.
     *
     * @param incarnation the node's
     * @param slices how many
     * @param objects how many objects are left in them
     */
    public record Held(long incarnation, UUID run, String bucket, long slices, long objects) {}

    /**
     * An execution of the batch engine that has not ended.
     *
     * @param incarnation the node's
     * @param role {@code driver} or {@code helper}
     */
    public record Running(long incarnation, UUID run, String job, String role, Instant startedAt) {}

    @PersistenceContext
    private EntityManager database;

    /** The slices that are leased, by node and run. */
    public List<Held> held() {
        List<Tuple> rows = database.createNativeQuery(HELD, Tuple.class).getResultList();
        return rows.stream()
                .map(row -> new Held(
                        number(row, 0),
                        row.get(1, UUID.class),
                        row.get(2, String.class),
                        number(row, 3),
                        number(row, 4)))
                .toList();
    }

    /** The executions that run, by node. */
    public List<Running> running() {
        List<Tuple> rows = database.createNativeQuery(RUNNING, Tuple.class).getResultList();
        return rows.stream()
                .map(row -> new Running(
                        number(row, 0),
                        row.get(1, UUID.class),
                        row.get(2, String.class),
                        row.get(3, String.class),
                        row.get(4, Instant.class)))
                .toList();
    }

    private static long number(Tuple row, int at) {
        return ((Number) row.get(at)).longValue();
    }
}

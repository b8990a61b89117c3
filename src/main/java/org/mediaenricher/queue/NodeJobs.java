package org.mediaenricher.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.List;
import org.mediaenricher.security.Caller;
import org.mediaenricher.tenancy.RowScoped;

/** Which jobs of a tenant run where, and how many it has. */
@ApplicationScoped
@Transactional
@RowScoped
public class NodeJobs {
    private static final String RUNNING = """
            select j.lease_incarnation, j.kind, count(*)
              from public.jobs j
             where j.tenant_id = :tenant and j.status = 'running'
             group by j.lease_incarnation, j.kind
             order by j.lease_incarnation, j.kind
            """;

    private static final String COUNTS = """
            select d.status, sum(d.jobs) from public.queue_depth d
             where d.tenant_id = :tenant group by d.status order by d.status
            """;

    /**
     * Jobs of one kind that a node does now.
     *
     * @param incarnation the node's
     */
    public record Running(long incarnation, String kind, long jobs) {}

    /** How many jobs stand so. */
    public record Count(String status, long jobs) {}

    @PersistenceContext
    private EntityManager database;

    /** What runs, by node and kind. */
    public List<Running> running(Caller caller) {
        return rows(RUNNING, caller).stream()
                .map(row -> new Running(number(row, 0), row.get(1, String.class), number(row, 2)))
                .toList();
    }

    /** What waits, runs or was given up, by state. */
    public List<Count> counts(Caller caller) {
        return rows(COUNTS, caller).stream()
                .map(row -> new Count(row.get(0, String.class), number(row, 1)))
                .toList();
    }

    private List<Tuple> rows(String sql, Caller caller) {
        return database.createNativeQuery(sql, Tuple.class)
                .setParameter("tenant", caller.tenantOrRefuse().value())
                .getResultList();
    }

    private static long number(Tuple row, int at) {
        return ((Number) row.get(at)).longValue();
    }
}

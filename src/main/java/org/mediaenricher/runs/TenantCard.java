package org.mediaenricher.runs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import org.mediaenricher.security.Caller;
import org.mediaenricher.tenancy.RowScoped;

/** What a tenant is called, and how many runs it had. */
@ApplicationScoped
@Transactional
@RowScoped
public class TenantCard {
    private static final String NAME = "select t.name, t.created_at from public.tenants t where t.id = :tenant";

    private static final String RUNS = """
            select r.status, count(*) from public.media_enrich_runs r
             where r.tenant_id = :tenant
             group by r.status
             order by r.status
            """;

    /** A tenant's name, and since when it is one. */
    public record Card(String name, Instant since) {}

    /** How many runs stand so. */
    public record Count(String status, long runs) {}

    @PersistenceContext
    private EntityManager database;

    /** The caller's tenant. */
    public Card of(Caller caller) {
        Tuple row = (Tuple) database.createNativeQuery(NAME, Tuple.class)
                .setParameter("tenant", caller.tenantOrRefuse().value())
                .getSingleResult();
        return new Card(row.get(0, String.class), row.get(1, Instant.class));
    }

    /** Its runs, by state. */
    public List<Count> runs(Caller caller) {
        List<Tuple> rows = database.createNativeQuery(RUNS, Tuple.class)
                .setParameter("tenant", caller.tenantOrRefuse().value())
                .getResultList();
        return rows.stream()
                .map(row -> new Count(row.get(0, String.class), ((Number) row.get(1)).longValue()))
                .toList();
    }
}

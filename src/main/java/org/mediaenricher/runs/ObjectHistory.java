package org.mediaenricher.runs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mediaenricher.tenancy.RowScoped;

/** What runs had to say of one object of the tenant in scope. */
@ApplicationScoped
@Transactional
@RowScoped
public class ObjectHistory {
    /** From each of the bucket's latest runs to the object's failure in it, by keys alone. */
    private static final String FAILURES = """
            select r.id, f.code, f.message, f.failed_at, f.resolved_at
              from (select id, tenant_id, started_at from public.media_enrich_runs
                     where tenant_id = :tenant and bucket = :bucket
                     order by started_at desc
                     limit 200) as r
              join public.media_enrich_failures f
                on f.tenant_id = r.tenant_id and f.run_id = r.id and f.path = :path
             order by f.failed_at desc
             limit 20
            """;

    /**
     * That a run could not enrich it.
     *
     * @param code a word for programs
     * @param message a sentence for people
     */
    public record Failed(UUID run, String code, String message, Instant failedAt, Optional<Instant> resolvedAt) {}

    @PersistenceContext
    private EntityManager database;

    /** Its last failures in the bucket's last 200 runs, the latest first. */
    public List<Failed> failures(UUID tenant, String bucket, String path) {
        List<Tuple> rows = database.createNativeQuery(FAILURES, Tuple.class)
                .setParameter("tenant", tenant)
                .setParameter("bucket", bucket)
                .setParameter("path", path)
                .getResultList();
        return rows.stream()
                .map(row -> new Failed(
                        row.get(0, UUID.class),
                        row.get(1, String.class),
                        row.get(2, String.class),
                        row.get(3, Instant.class),
                        Optional.ofNullable(row.get(4, Instant.class))))
                .toList();
    }
}

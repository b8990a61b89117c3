package org.mediaenricher.assets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import org.mediaenricher.security.Caller;
import org.mediaenricher.tenancy.RowScoped;

/** How much a tenant has. Read from sums that are kept as assets are written, so it takes no time however many there are. */
@ApplicationScoped
@RowScoped
public class Usage {
    private static final String OF_TENANT = """
            select u.bucket, u.status, u.assets, u.bytes
              from public.media_asset_usage u
             where u.tenant_id = :tenant
             order by u.bucket, u.status
            """;

    private static final String FOLD = "select enricher.fold_tallies()";

    /**
     * What there is of one state in one bucket.
     *
     * @param assets how many
     * @param bytes what they come to in the store
     */
    public record Share(String bucket, String status, long assets, long bytes) {}

    @PersistenceContext
    private EntityManager database;

    /** All of the caller's tenant, by bucket and state. */
    @Transactional
    public List<Share> of(Caller caller) {
        List<Tuple> rows = database.createNativeQuery(OF_TENANT, Tuple.class)
                .setParameter("tenant", caller.tenantOrRefuse().value())
                .getResultList();
        return rows.stream()
                .map(row -> new Share(
                        row.get(0, String.class),
                        row.get(1, String.class),
                        ((Number) row.get(2)).longValue(),
                        ((Number) row.get(3)).longValue()))
                .toList();
    }

    /** Adds up what was written since, of all tenants, in the scope of the service. */
    @Transactional(TxType.REQUIRES_NEW)
    public int fold() {
        return ((Number) database.createNativeQuery(FOLD, Integer.class).getSingleResult()).intValue();
    }
}

package org.mediaenricher.assets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mediaenricher.runs.FailureBook;
import org.mediaenricher.security.AuditLog;
import org.mediaenricher.security.Caller;
import org.mediaenricher.tenancy.RowScoped;
import org.mediaenricher.tenancy.TenantId;

/** Writes what a single enrichment found, and who asked for it, in one transaction. */
@ApplicationScoped
@Transactional
@RowScoped
class AssetDesk {
    @PersistenceContext
    private EntityManager database;

    @Inject
    private AssetRows rows;

    @Inject
    private LookRows looks;

    @Inject
    private FailureBook failures;

    @Inject
    private AuditLog audit;

    SeenAsset enriched(Caller caller, String bucket, Outcome.Enriched outcome) {
        TenantId tenant = caller.tenantOrRefuse();
        rows.upsert(tenant, bucket, null, List.of(outcome));
        looks.upsert(tenant, bucket, List.of(outcome));
        failures.resolve(tenant, bucket, List.of(outcome.path()));
        audit.done(caller, "enrich", Map.of("bucket", bucket, "path", outcome.path()));
        Asset asset = database.createQuery(
                        "select a from Asset a where a.bucket = :bucket and a.path = :path", Asset.class)
                .setParameter("bucket", bucket)
                .setParameter("path", outcome.path())
                .getSingleResult();
        return SeenAsset.of(asset, Optional.ofNullable(database.find(AssetLook.class, asset.id)));
    }

    void failed(Caller caller, String bucket, Outcome.Failed outcome) {
        rows.markFailed(caller.tenantOrRefuse(), bucket, List.of(outcome));
        audit.done(caller, "enrich", Map.of("bucket", bucket, "path", outcome.path(), "code", outcome.code()));
    }
}

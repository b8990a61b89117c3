package org.mediaenricher.assets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mediaenricher.problems.Problem;
import org.mediaenricher.security.AuditLog;
import org.mediaenricher.security.Caller;
import org.mediaenricher.tenancy.RowScoped;

/** The tags a user gives an asset. What they add stays, and what they take away stays away, however often it is enriched. */
@ApplicationScoped
@Transactional
@RowScoped
class OwnTags {
    private static final String SET =
            "update public.media_assets set tags = cast(:tags as text[]), updated_at = clock_timestamp() where id = :id";

    @PersistenceContext
    private EntityManager database;

    @Inject
    private AuditLog audit;

    /** NOT_FOUND when the scope's tenant has no such asset. */
    void set(Caller caller, UUID id, List<String> tags) {
        int changed = database.createNativeQuery(SET)
                .setParameter("tags", PgArray.literal(tags))
                .setParameter("id", id)
                .executeUpdate();
        if (changed == 0) {
            throw new Problem(Problem.Kind.NOT_FOUND, "There is no asset " + id + ".");
        }
        audit.done(caller, "tag", Map.of("asset_id", id.toString()));
    }
}

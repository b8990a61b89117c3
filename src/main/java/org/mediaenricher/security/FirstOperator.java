package org.mediaenricher.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mediaenricher.tenancy.RowScoped;
import org.mediaenricher.tenancy.TenantId;

/** The very first row of {@code enricher.operators}, in the scope of a service. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
@RowScoped
class FirstOperator {
    static final String NAME = "admin";

    private static final String EXISTS = "select exists (select from enricher.operators)";

    /** Nodes that start at the same time wait for each other here. */
    private static final String ALONE = "select cast(pg_advisory_xact_lock(hashtext('first operator')) as text)";

    private static final String TENANT = """
            with oldest as (select id from public.tenants order by created_at, id limit 1),
                 made as (insert into public.tenants (id, name)
                          select gen_random_uuid(), 'Default' where not exists (select from oldest) returning id)
            select id from oldest union all select id from made
            """;

    private static final String ADD = """
            insert into enricher.operators (tenant_id, id, name, user_role, password_hash, created_by)
            values (:tenant, gen_random_uuid(), :name, 'admin', :hash, 'the server')
            """;

    @PersistenceContext
    private EntityManager database;

    @Inject
    private AuditLog audit;

    boolean exists() {
        return (Boolean) database.createNativeQuery(EXISTS, Boolean.class).getSingleResult();
    }

    /** Whether there was none, and is one now: the admin of the oldest tenant, or of a new one. */
    boolean addTheFirst(String hash) {
        database.createNativeQuery(ALONE, String.class).getSingleResult();
        if (exists()) {
            return false;
        }
        UUID tenant = (UUID) database.createNativeQuery(TENANT, UUID.class).getSingleResult();
        database.createNativeQuery(ADD)
                .setParameter("tenant", tenant)
                .setParameter("name", NAME)
                .setParameter("hash", hash)
                .executeUpdate();
        Caller server = new Caller("the server", Role.SERVICE, Optional.empty(), Optional.of(new TenantId(tenant)));
        audit.done(server, "add-operator", Map.of("name", NAME, "user_role", Role.ADMIN.word()));
        return true;
    }
}

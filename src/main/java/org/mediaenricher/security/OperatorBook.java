package org.mediaenricher.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mediaenricher.tenancy.RowScoped;
import org.mediaenricher.tenancy.TenantId;

/** What signing in needs to know of operators, in the scope of a service: their hashes, before it is known who it is. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
@RowScoped
class OperatorBook {
    /** Names are unique within a tenant; whoever signs in names none. */
    private static final int MOST_OF_ONE_NAME = 10;

    private static final String NAMED = """
            select tenant_id, id, user_role, password_hash from enricher.operators
             where name = :name and not disabled order by tenant_id limit :most
            """;

    private static final String SET = """
            update enricher.operators set password_hash = :hash, password_changed_at = clock_timestamp()
             where tenant_id = :tenant and name = :name
            """;

    /** Somebody who may be who they say. */
    record Candidate(UUID id, Caller caller, String hash) {}

    @PersistenceContext
    private EntityManager database;

    @Inject
    private AuditLog audit;

    /** Everybody of this name. */
    List<Candidate> named(String name) {
        List<Tuple> found = database.createNativeQuery(NAMED, Tuple.class)
                .setParameter("name", name)
                .setParameter("most", MOST_OF_ONE_NAME)
                .getResultList();
        return found.stream().map(row -> candidate(name, row)).toList();
    }

    /** Writes down another password of the caller's own. */
    void setPassword(Caller caller, String hash) {
        audit.done(caller, "change-password", Map.of());
        database.createNativeQuery(SET)
                .setParameter("hash", hash)
                .setParameter("tenant", caller.tenantOrRefuse().value())
                .setParameter("name", caller.user())
                .executeUpdate();
    }

    private static Candidate candidate(String name, Tuple row) {
        Caller caller = new Caller(
                name,
                Role.AUTHENTICATED,
                Role.of(row.get("user_role", String.class)),
                Optional.of(new TenantId(row.get("tenant_id", UUID.class))));
        return new Candidate(row.get("id", UUID.class), caller, row.get("password_hash", String.class));
    }
}

package org.mediaenricher.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import org.mediaenricher.tenancy.RowScoped;

/**
 * Reads in the audit log that {@link AuditLog} writes. Who lacks the right to read it finds nothing in it. Each question
 * is one query made for it, and not one for all with parts that may be void: only so each has a plan of its own.
 */
@ApplicationScoped
@Transactional
@RowScoped
public class AuditBook {
    @PersistenceContext
    private EntityManager database;

    /** The entries that match, newest first. */
    public List<AuditEntry> list(Caller caller, AuditFilter filter) {
        return new AuditQuestion(database, caller.tenantOrRefuse(), filter).ask();
    }

    /**
     * The entries about one thing, newest first.
     *
     * @param name what the subject calls it, such as {@code run_id}
     * @param id its id
     */
    public List<AuditEntry> about(Caller caller, String name, String id, int limit) {
        return list(caller, AuditFilter.about(id, limit)).stream()
                .filter(entry -> id.equals(entry.subject().get(name)))
                .toList();
    }
}

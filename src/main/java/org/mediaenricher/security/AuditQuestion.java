package org.mediaenricher.security;

import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.From;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.mediaenricher.tenancy.TenantId;

/** One question to the audit log, as a query that has in it only what is asked for. */
final class AuditQuestion {
    private final EntityManager database;
    private final CriteriaBuilder ask;
    private final CriteriaQuery<AuditEntry> query;
    private final Root<AuditEntry> entry;
    private final AuditFilter filter;
    private final List<Predicate> all = new ArrayList<>();

    /** What the order is read from: the entry itself, or, where a subject is asked for, what is noted of it. */
    private final Path<Instant> at;

    private final Path<Long> id;

    AuditQuestion(EntityManager database, TenantId tenant, AuditFilter filter) {
        this.database = database;
        this.filter = filter;
        ask = database.getCriteriaBuilder();
        query = ask.createQuery(AuditEntry.class);
        entry = query.from(AuditEntry.class);
        all.add(ask.equal(entry.get("tenantId"), tenant.value()));
        From<?, ?> first = filter.subject().isPresent() ? subject(tenant) : entry;
        at = first.get("at");
        id = first.get(filter.subject().isPresent() ? "entry" : "id");
    }

    List<AuditEntry> ask() {
        filter.user().ifPresent(user -> all.add(ask.equal(entry.get("user"), user)));
        filter.action().ifPresent(action -> all.add(ask.equal(entry.get("action"), action)));
        filter.result().ifPresent(result -> all.add(ask.equal(entry.get("result"), result)));
        filter.since().ifPresent(since -> all.add(ask.greaterThanOrEqualTo(at, since)));
        filter.until().ifPresent(until -> all.add(ask.lessThan(at, until)));
        filter.after().ifPresent(this::behind);
        query.select(entry).where(all.toArray(Predicate[]::new)).orderBy(ask.desc(at), ask.desc(id));
        return database.createQuery(query).setMaxResults(filter.limit()).getResultList();
    }

    private Root<AuditSubject> subject(TenantId tenant) {
        Root<AuditSubject> noted = query.from(AuditSubject.class);
        all.add(ask.equal(noted.get("tenantId"), tenant.value()));
        all.add(ask.equal(noted.get("value"), filter.subject().orElseThrow()));
        all.add(ask.equal(noted.get("entry"), entry.get("id")));
        return noted;
    }

    /** The first comparison is for the index, which knows no "or". An entry that is gone has nothing behind it. */
    private void behind(long last) {
        AuditEntry before = database.find(AuditEntry.class, last);
        if (before == null) {
            all.add(ask.disjunction());
            return;
        }
        all.add(ask.lessThanOrEqualTo(at, before.at()));
        all.add(ask.or(ask.lessThan(at, before.at()), ask.lessThan(id, last)));
    }
}

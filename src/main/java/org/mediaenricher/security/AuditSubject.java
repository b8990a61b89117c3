package org.mediaenricher.security;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** That an entry of the audit log is about something: what it is found by. */
@Entity
@Immutable
@IdClass(AuditSubject.Key.class)
@Table(schema = "audit", name = "invocation_subjects")
class AuditSubject {
    /** Once an entry and value. */
    record Key(String value, long entry) implements Serializable {}

    @Id
    String value;

    @Id
    @Column(name = "invocation_id")
    long entry;

    @Column(name = "tenant_id")
    UUID tenantId;

    @Column(name = "invoked_at")
    Instant at;
}

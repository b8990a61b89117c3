package org.mediaenricher.security;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** Somebody who signs in to the console with a name and a password, of which nothing is mapped here. */
@Entity
@Immutable
@Table(schema = "enricher", name = "operators")
public class Operator {
    /** Unique over all tenants. */
    @Id
    public UUID id;

    /** Whose operator. */
    @Column(name = "tenant_id")
    public UUID tenantId;

    /** What they sign in with, unique within the tenant. */
    public String name;

    /** {@code viewer}, {@code operator} or {@code admin}. */
    @Column(name = "user_role")
    public String userRole;

    /** Whether they are kept out. */
    public boolean disabled;

    /** When they last got another password. */
    @Column(name = "password_changed_at")
    public Instant passwordChangedAt;

    /** When they were let in. */
    @Column(name = "created_at")
    public Instant createdAt;

    /** Who let them in. */
    @Column(name = "created_by")
    public String createdBy;
}

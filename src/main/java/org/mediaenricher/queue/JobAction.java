package org.mediaenricher.queue;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Something done to many dead letters at once, and how far it is: one row of {@code public.job_actions}. */
@Entity
@Immutable
@Table(name = "job_actions", schema = "public")
public class JobAction {
    /** Unique among all actions. */
    @Id
    public UUID id;

    /** Whose letters. */
    @Column(name = "tenant_id")
    public UUID tenantId;

    /** {@code redrive} or {@code discard}. */
    public String action;

    /** What was chosen, as JSON: {@code kind}, {@code text}, {@code ids}. */
    @JdbcTypeCode(SqlTypes.JSON)
    public String filter;

    /** Why, in the words of whoever asked. */
    public String reason;

    /** Who asked. */
    @Column(name = "asked_by")
    public String askedBy;

    /** When; letters younger than this are left alone. */
    @Column(name = "asked_at")
    public Instant askedAt;

    /** How many matched when it was asked. */
    public long expected;

    /** How many it was done to so far. */
    public long done;

    /** How many stay, for a job with their unique key waits or runs. */
    @Column(name = "left_out")
    public long leftOut;

    /** {@code running} or {@code completed}. */
    public String status;

    /** When it was through. */
    @Column(name = "ended_at")
    public Instant endedAt;
}

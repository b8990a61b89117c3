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

/**
 * A job as it was read, wherever it is now: one row of {@code public.jobs_all}, field for column. A field is null where
 * there is nothing to say.
 */
@Entity
@Immutable
@Table(name = "jobs_all", schema = "public")
public class JobRecord {
    /** Unique among all jobs. */
    @Id
    public long id;

    /** Whose it is. */
    @Column(name = "tenant_id")
    public UUID tenantId;

    /** The name of its kind. */
    public String kind;

    /** A word of {@link JobStatus}. */
    public String status;

    /** Higher goes first. */
    @JdbcTypeCode(SqlTypes.SMALLINT)
    public int priority;

    /** How often it was tried. */
    @JdbcTypeCode(SqlTypes.SMALLINT)
    public int attempt;

    /** How often it is tried at the most. */
    @Column(name = "max_attempts")
    @JdbcTypeCode(SqlTypes.SMALLINT)
    public int maxAttempts;

    /** Not before. */
    @Column(name = "due_at")
    public Instant dueAt;

    /** When it was enqueued. */
    @Column(name = "created_at")
    public Instant createdAt;

    /** When a node last claimed it. */
    @Column(name = "claimed_at")
    public Instant claimedAt;

    /** When it was completed, cancelled or given up. */
    @Column(name = "ended_at")
    public Instant endedAt;

    /** The node that holds it, or held it last. */
    @Column(name = "lease_owner")
    public String node;

    /** What it is unique by. */
    @Column(name = "unique_key")
    public String uniqueKey;

    /** Of the request it came from. */
    @Column(name = "correlation_id")
    public String correlationId;

    /** A JSON object. */
    @JdbcTypeCode(SqlTypes.JSON)
    public String payload;

    /** A JSON array of what went wrong: {@code attempt}, {@code at}, {@code node}, {@code error}. */
    @JdbcTypeCode(SqlTypes.JSON)
    public String errors;

    /** Why it was given up, or what last went wrong. */
    public String reason;

    /** Whether somebody called it off while it runs. */
    @Column(name = "cancel_requested")
    public boolean cancelRequested;
}

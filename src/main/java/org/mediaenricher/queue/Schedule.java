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

/** What becomes a job again and again, as it stood when it was read. */
@Entity
@Immutable
@Table(schema = "public", name = "schedules")
public class Schedule {
    /** Unique over all tenants. */
    @Id
    public UUID id;

    /** Whose it is. */
    @Column(name = "tenant_id")
    public UUID tenantId;

    /** Unique within the tenant. */
    public String name;

    /** When it is due, in its canonical form: {@code 0 3 * * 0}. */
    public String expression;

    /** By the clocks of this time zone: {@code Europe/Berlin}. */
    public String zone;

    /** Of the jobs it makes. */
    public String kind;

    /** The version of the payload. */
    @JdbcTypeCode(SqlTypes.SMALLINT)
    @Column(name = "payload_version")
    public int payloadVersion;

    /** What its jobs are about, a JSON object. */
    public String payload;

    /** False while it is paused. */
    public boolean enabled;

    /** When it is due next; null while it is paused, and when it never is again. */
    @Column(name = "next_at")
    public Instant nextAt;

    /** When it last fired, null when it never did. */
    @Column(name = "last_at")
    public Instant lastAt;

    /** When it was made. */
    @Column(name = "created_at")
    public Instant createdAt;

    /** Who made it. */
    @Column(name = "created_by")
    public String createdBy;

    /** When it was last edited, paused or resumed. */
    @Column(name = "updated_at")
    public Instant updatedAt;

    /** Who did that. */
    @Column(name = "updated_by")
    public String updatedBy;

    /** For Hibernate only. */
    protected Schedule() {}

    /** When it is due, in words: {@code at 03:00 on Sunday}. */
    public String inWords() {
        return Timetable.of(expression, zone).inWords();
    }
}

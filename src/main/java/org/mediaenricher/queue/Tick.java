package org.mediaenricher.queue;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A time at which a schedule was due, or was run by somebody, and what became of it. */
@Entity
@Immutable
@Table(schema = "public", name = "schedule_history")
@IdClass(Tick.Key.class)
public class Tick {
    /** Whose it is. */
    @Id
    @Column(name = "schedule_id")
    public UUID scheduleId;

    /** When it was due; when somebody asked for it: that time. */
    @Id
    @Column(name = "due_at")
    public Instant dueAt;

    /** When a node took it. */
    @Column(name = "fired_at")
    public Instant firedAt;

    /** Which node. */
    public String node;

    /** Whether it came late, for no node rang at its time. */
    @Column(name = "catch_up")
    public boolean catchUp;

    /** How many ticks before it were left out, counted up to a thousand. */
    public int missed;

    /** Who asked for it, null when it was due by itself. */
    @Column(name = "asked_by")
    public String askedBy;

    /** The job it made; where it was skipped, the one that was in the way. Null when it made none. */
    @Column(name = "job_id")
    public Long jobId;

    /** Whether it made no job, because that of a tick before was still to be done. */
    public boolean skipped;

    /** {@code skipped} or the status of the job, null when that is no longer kept. */
    public String outcome;

    /** When the job was last begun, null when it was not. */
    @Column(name = "began_at")
    public Instant beganAt;

    /** When it ended, null when it did not. */
    @Column(name = "ended_at")
    public Instant endedAt;

    /** What went wrong, null when nothing did. */
    public String reason;

    /** For Hibernate only. */
    protected Tick() {}

    /** How long the job took, its last attempt, empty when it has not ended. */
    public Optional<Duration> duration() {
        return beganAt == null || endedAt == null ? Optional.empty() : Optional.of(Duration.between(beganAt, endedAt));
    }

    /** A tick of a schedule is known by its time. */
    record Key(UUID scheduleId, Instant dueAt) implements Serializable {}
}

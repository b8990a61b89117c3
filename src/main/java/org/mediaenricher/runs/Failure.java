package org.mediaenricher.runs;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** An object a run could not enrich, and why. */
@Entity
@Immutable
@IdClass(Failure.Key.class)
@Table(name = "media_enrich_failures", schema = "public")
public class Failure {
    /** One failure per run and object. */
    public record Key(UUID runId, String path) implements Serializable {}

    @Id
    @Column(name = "run_id")
    private UUID runId;

    @Id
    private String path;

    private String code;
    private String message;

    @Column(name = "failed_at")
    private Instant failedAt;

    @Column(name = "resolved_at")
    private Instant resolvedAt;

    /** For Hibernate only. */
    protected Failure() {}

    /** The object's key in its bucket. */
    public String path() {
        return path;
    }

    /** A word for programs, such as {@code truncated}. */
    public String code() {
        return code;
    }

    /** A sentence for people. */
    public String message() {
        return message;
    }

    /** When it failed. */
    public Instant failedAt() {
        return failedAt;
    }

    /** When the object was enriched after all, empty when it was not yet. */
    public Optional<Instant> resolvedAt() {
        return Optional.ofNullable(resolvedAt);
    }
}

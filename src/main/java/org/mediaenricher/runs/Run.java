package org.mediaenricher.runs;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.mediaenricher.tenancy.TenantId;

/**
 * One run as it stood when it was read. Read only: a run changes by compare-and-set in {@link Runs} and
 * {@link RunProgress}, where two nodes may want the same at once.
 */
@Entity
@Immutable
@Table(name = "media_enrich_runs", schema = "public")
public class Run {
    @Id
    private UUID id;

    @Column(name = "tenant_id")
    private UUID tenantId;

    private String bucket;
    private String prefix;

    @Column(name = "object_limit")
    private Long objectLimit;

    private RunMode mode;
    private boolean looks;

    @Column(name = "skip_limit")
    private Long skipLimit;

    @Column(name = "retry_of")
    private UUID retryOf;

    @Column(name = "retry_code")
    private String retryCode;

    private RunTrigger trigger;
    private RunStatus status;
    private String reason;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    private boolean surveyed;

    @Column(name = "total_files")
    private long totalFiles;

    @Column(name = "processed_files")
    private long processedFiles;

    private long succeeded;
    private long failed;
    private long skipped;

    @Column(name = "started_by")
    private String startedBy;

    private String driver;

    /** For Hibernate only. */
    protected Run() {}

    /** Unique among all runs. */
    public UUID id() {
        return id;
    }

    /** Whose run it is. */
    public TenantId tenant() {
        return new TenantId(tenantId);
    }

    /** The bucket's name. */
    public String bucket() {
        return bucket;
    }

    /** Only keys that begin with it; empty for all. */
    public String prefix() {
        return prefix;
    }

    /** How many objects at the most, empty for all. */
    public Optional<Long> limit() {
        return Optional.ofNullable(objectLimit);
    }

    /** Which objects it touches. */
    public RunMode mode() {
        return mode;
    }

    /** Whether pictures are decoded too. */
    public boolean looks() {
        return looks;
    }

    /** How many objects may fail before the run does, empty for any number. */
    public Optional<Long> skipLimit() {
        return Optional.ofNullable(skipLimit);
    }

    /** Which objects of which other run this one tries again, empty when it is not a retry. */
    public Optional<Retry> retry() {
        return Optional.ofNullable(retryOf).map(run -> new Retry(run, Optional.ofNullable(retryCode)));
    }

    /** What opened it. */
    public RunTrigger trigger() {
        return trigger;
    }

    /** Where it stands. */
    public RunStatus status() {
        return status;
    }

    /** Why it failed or was delayed, in words for a person; empty when nothing is wrong. */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    /** When it was opened. */
    public Instant startedAt() {
        return startedAt;
    }

    /** When it stopped, completed or failed; empty while it is active. */
    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    /** Whether the bucket was listed to its end, so that {@link #totalFiles} is final. */
    public boolean surveyed() {
        return surveyed;
    }

    /** How many objects the survey found so far. */
    public long totalFiles() {
        return totalFiles;
    }

    /** How many have an outcome: {@link #succeeded}, {@link #failed} or {@link #skipped}. */
    public long processedFiles() {
        return processedFiles;
    }

    /** How many were enriched. */
    public long succeeded() {
        return succeeded;
    }

    /** How many could not be read; each is in the failures of the run. */
    public long failed() {
        return failed;
    }

    /** How many the mode left alone. */
    public long skipped() {
        return skipped;
    }

    /** Who opened it: the token's {@code sub}. */
    public String startedBy() {
        return startedBy;
    }

    /** The node that drives it, empty when none does now. */
    public Optional<String> driver() {
        return Optional.ofNullable(driver);
    }
}

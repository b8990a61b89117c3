package org.mediaenricher.runs;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One execution of a job by one node's batch engine, as history tells of it. */
@Entity
@Immutable
@Table(name = "batch_executions", schema = "public")
public class Execution {
    @Id
    private UUID id;

    @Column(name = "run_id")
    private UUID runId;

    private String node;
    private long incarnation;

    @Column(name = "execution_id")
    private long executionId;

    private String job;
    private String role;

    @JdbcTypeCode(SqlTypes.JSON)
    private String parameters;

    private String status;

    @Column(name = "exit_status")
    private String exitStatus;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    @JdbcTypeCode(SqlTypes.JSON)
    private String steps;

    /** For Hibernate only. */
    protected Execution() {}

    /** Unique among the executions of all nodes. */
    public UUID id() {
        return id;
    }

    /** The node whose engine it was. */
    public String node() {
        return node;
    }

    /** Which life of that node. */
    public long incarnation() {
        return incarnation;
    }

    /** Its number in the repository of that node's engine. */
    public long executionId() {
        return executionId;
    }

    /** The job's name. */
    public String job() {
        return job;
    }

    /** {@code driver} or {@code helper}. */
    public String role() {
        return role;
    }

    /** The job's parameters, a JSON object of texts. */
    public String parameters() {
        return parameters;
    }

    /** {@code running}, {@code completed}, {@code stopped}, {@code failed}, or {@code abandoned} by a node that died. */
    public String status() {
        return status;
    }

    /** What the job says of its end, empty when it says nothing. */
    public Optional<String> exitStatus() {
        return Optional.ofNullable(exitStatus);
    }

    /** When it began. */
    public Instant startedAt() {
        return startedAt;
    }

    /** When it ended, or was found abandoned; empty while it runs. */
    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    /** A JSON array, in the order of the steps: name, status, counts, begin and end of each. */
    public String steps() {
        return steps;
    }
}

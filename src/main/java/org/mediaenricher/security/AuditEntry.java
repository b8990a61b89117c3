package org.mediaenricher.security;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.StringReader;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One entry of the audit log: who asked for what, when, and how it ended. */
@Entity
@Immutable
@Table(schema = "audit", name = "enricher_invocations")
public class AuditEntry {
    @Id
    private long id;

    @Column(name = "tenant_id")
    private UUID tenantId;

    @Column(name = "invoked_at")
    private Instant at;

    @Column(name = "user_id")
    private String user;

    private String role;

    @Column(name = "user_role")
    private String userRole;

    private String action;

    @JdbcTypeCode(SqlTypes.JSON)
    private String subject;

    private String result;

    @Column(name = "correlation_id")
    private String correlationId;

    /** For Hibernate only. */
    protected AuditEntry() {}

    /** Ascending, with gaps. */
    public long id() {
        return id;
    }

    /** When, by the database's clock. */
    public Instant at() {
        return at;
    }

    /** Who: the token's {@code sub}, or an operator's name. */
    public String user() {
        return user;
    }

    /** What they were to the server: {@code authenticated} or {@code service_role}. */
    public String role() {
        return role;
    }

    /** What they were to their tenant: {@code viewer}, {@code operator} or {@code admin}. */
    public Optional<String> userRole() {
        return Optional.ofNullable(userRole);
    }

    /** What was asked, such as {@code backfill}. */
    public String action() {
        return action;
    }

    /** What it was about, by name, in the order of the names. */
    public Map<String, String> subject() {
        Map<String, String> named = new TreeMap<>();
        try (JsonReader reader = Json.createReader(new StringReader(subject))) {
            reader.readObject()
                    .forEach((name, value) ->
                            named.put(name, value instanceof JsonString text ? text.getString() : value.toString()));
        }
        return named;
    }

    /** {@code done}, or the kind of refusal, such as {@code forbidden}. */
    public String result() {
        return result;
    }

    /** What ties it to the log's lines of the same request. */
    public Optional<String> correlationId() {
        return Optional.ofNullable(correlationId);
    }
}

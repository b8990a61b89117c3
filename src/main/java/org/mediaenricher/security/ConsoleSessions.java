package org.mediaenricher.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mediaenricher.security.keys.KeyRing;
import org.mediaenricher.tenancy.RowScoped;

/**
 * Who is signed in to the console: rows, so that signing out holds on every node. Each method wants the scope of the
 * secret's tenant.
 */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
@RowScoped
class ConsoleSessions {
    private static final String OPEN = """
            insert into enricher.console_sessions
              (tenant_id, secret_hash, operator_id, subject, user_role, key_id, expires_at)
            values (:tenant, :hash, cast(:operator as uuid), :subject, cast(:role as text), cast(:key as text),
                    clock_timestamp() + cast(:life as interval))
            """;

    /** An operator's role and good standing count as they are now; a change of password ends what was before it. */
    private static final String FIND = """
            select s.subject, coalesce(o.user_role, s.user_role) as user_role, s.key_id,
                   s.seen_at < clock_timestamp() - interval '1 minute' as unseen
              from enricher.console_sessions s
              left join enricher.operators o on o.tenant_id = s.tenant_id and o.id = s.operator_id
             where s.tenant_id = :tenant and s.secret_hash = :hash
               and s.expires_at > clock_timestamp() and s.seen_at > clock_timestamp() - cast(:idle as interval)
               and (s.operator_id is null or (not o.disabled and s.created_at >= o.password_changed_at))
            """;

    private static final String SEEN = """
            update enricher.console_sessions set seen_at = clock_timestamp()
             where tenant_id = :tenant and secret_hash = :hash
            """;

    private static final String CLOSE =
            "delete from enricher.console_sessions where tenant_id = :tenant and secret_hash = :hash";

    private static final String FORGET =
            "delete from enricher.console_sessions where tenant_id = :tenant and expires_at < clock_timestamp()";

    @PersistenceContext
    private EntityManager database;

    @Inject
    private SessionSettings settings;

    @Inject
    private KeyRing keys;

    @Inject
    private AuditLog audit;

    /** Opens a session of an operator. */
    SignedIn ofOperator(UUID operator, Caller caller) {
        audit.done(caller, "sign-in", Map.of("with", "password"));
        return open(caller, settings.life(), operator.toString(), null, null);
    }

    /** Opens a session of somebody with a token, as long as the token lives. */
    SignedIn ofToken(Caller caller, String fingerprint, Duration life) {
        Duration shorter = life.compareTo(settings.life()) < 0 ? life : settings.life();
        audit.done(caller, "sign-in", Map.of("with", "token"));
        return open(caller, shorter, null, caller.userRole().orElseThrow().word(), fingerprint);
    }

    /** Who a secret belongs to, empty once the session is over or the key of their token is retired. */
    Optional<Caller> caller(SessionSecret secret) {
        List<Tuple> found = database.createNativeQuery(FIND, Tuple.class)
                .setParameter("tenant", secret.tenant().value())
                .setParameter("hash", secret.hash())
                .setParameter("idle", settings.idle().toString())
                .getResultList();
        return found.stream().findFirst().filter(this::hasGoodKey).flatMap(row -> {
            if (row.get("unseen", Boolean.class)) {
                change(SEEN, secret);
            }
            return caller(secret, row);
        });
    }

    /** Ends a session. */
    void close(SessionSecret secret, Caller caller) {
        audit.done(caller, "sign-out", Map.of());
        change(CLOSE, secret);
    }

    private SignedIn open(Caller caller, Duration life, String operator, String role, String fingerprint) {
        SessionSecret secret = SessionSecret.generate(caller.tenantOrRefuse());
        database.createNativeQuery(FORGET)
                .setParameter("tenant", secret.tenant().value())
                .executeUpdate();
        database.createNativeQuery(OPEN)
                .setParameter("tenant", secret.tenant().value())
                .setParameter("hash", secret.hash())
                .setParameter("operator", operator)
                .setParameter("subject", caller.user())
                .setParameter("role", role)
                .setParameter("key", fingerprint)
                .setParameter("life", life.toString())
                .executeUpdate();
        return new SignedIn(secret, caller, life);
    }

    private boolean hasGoodKey(Tuple row) {
        String key = row.get("key_id", String.class);
        return key == null || keys.contains(key);
    }

    private static Optional<Caller> caller(SessionSecret secret, Tuple row) {
        return Role.of(row.get("user_role", String.class))
                .map(role -> new Caller(
                        row.get("subject", String.class),
                        Role.AUTHENTICATED,
                        Optional.of(role),
                        Optional.of(secret.tenant())));
    }

    private void change(String sql, SessionSecret secret) {
        database.createNativeQuery(sql)
                .setParameter("tenant", secret.tenant().value())
                .setParameter("hash", secret.hash())
                .executeUpdate();
    }
}

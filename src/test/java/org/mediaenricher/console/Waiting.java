package org.mediaenricher.console;

import java.util.Map;
import java.util.UUID;
import org.mediaenricher.harness.Tenant;

/** Jobs of a kind that no node has a handler for, so that they stay as they are put. */
final class Waiting {
    static final String KIND = "wait-for-nobody";

    private static final String JOB = """
            insert into public.jobs
              (tenant_id, kind, status, due_at, payload, attempt, last_error, errors, correlation_id)
            values (?, ?, ?, now() + interval '1 hour', '{"path": "a/b.jpg"}', 2, ?,
                    jsonb_build_array(jsonb_build_object('attempt', 1, 'at', now(), 'node', 'n1', 'error', 'at first'),
                                      jsonb_build_object('attempt', 2, 'at', now(), 'node', 'n2', 'error', ?::text)),
                    'correlation-1')
            returning id
            """;

    private static final String LETTER = """
            insert into public.jobs_dlq
              (tenant_id, id, kind, due_at, created_at, claimed_at, priority, attempt, max_attempts, payload_version,
               crashes, payload, reason)
            values (?, nextval('enricher.job_ids'), ?, now(), now(), now(), 0, 5, 5, 1, 0, '{}', ?)
            returning id
            """;

    private static final String DONE = """
            insert into public.jobs_history
              (tenant_id, id, kind, due_at, created_at, claimed_at, ended_at, priority, attempt, max_attempts, status,
               payload)
            values (?, nextval('enricher.job_ids'), ?, now(), now(), now() - interval '2 seconds', now(), 0, 1, 5,
                    'completed', '{}')
            returning id
            """;

    private Waiting() {}

    static long job(Tenant tenant, String kind, String status, String error) {
        return tenant.number(JOB, tenant.id(), kind, status, error, error);
    }

    static long letter(Tenant tenant, String kind, String reason) {
        return tenant.number(LETTER, tenant.id(), kind, reason);
    }

    static long done(Tenant tenant, String kind) {
        return tenant.number(DONE, tenant.id(), kind);
    }

    static Map<String, Object> row(Tenant tenant, long id) {
        return tenant.rows("select status, due_at > now() as later from public.jobs_all where id = ?", id).stream()
                .findFirst()
                .orElse(Map.of("status", "gone"));
    }

    static long audited(Tenant tenant, String action, String result) {
        UUID id = tenant.id();
        return tenant.number(
                "select count(*) from audit.enricher_invocations where tenant_id = ? and action = ? and result = ?",
                id,
                action,
                result);
    }
}

package org.mediaenricher.crash;

/** How a {@link Field} puts jobs where they are to be; each can be pasted into psql. */
final class FieldSql {
    static final String ENQUEUE = """
            with put as (
              insert into public.jobs (tenant_id, kind, payload, max_attempts)
              select ?, ?, jsonb_build_object('act', ?, 'name', ? || n), ? from generate_series(1, ?) n
              returning id)
            select count(*) as n, pg_notify('enricher_jobs', ?) is null as told from put
            """;

    static final String BURY = """
            insert into public.jobs_dlq
              (tenant_id, id, due_at, created_at, priority, attempt, max_attempts, payload_version, crashes, kind, payload,
               reason)
            select ?, nextval('enricher.job_ids'), now(), now(), 0, 5, 5, 1, 0, 'act-in-transaction',
                   jsonb_build_object('act', 'write', 'name', ? || n), 'Buried by hand.'
              from generate_series(1, ?) n
            returning id
            """;

    private FieldSql() {}
}

package org.mediaenricher.queue;

/**
 * The statements of {@link Endings}; each can be pasted into psql. All of them change what is held under the given token
 * and nothing else: whoever lost a job to another node changes nothing. Only what runs has a token; to name that state
 * too would lead PostgreSQL from the job's key to the index of all that run.
 */
final class EndingSql {
    /** Leaves in good order: deleted here and inserted there in one statement. */
    static final String LEAVE = "select enricher.end_jobs(?, ?, ?, ?)";

    /** The same for one, in the transaction of what it did. */
    static final String LEAVE_ONE = "select enricher.complete_job(?, ?, ?)";

    /** What was called off meanwhile is not tried again. */
    static final String LEAVE_IF_CALLED_OFF = """
            select enricher.end_jobs(
                     array_agg(j.tenant_id), array_agg(j.id), array_agg(j.lease_token), 'cancelled')
              from unnest(?, ?, ?) as e (tenant_id, id, token)
              join public.jobs j on j.tenant_id = e.tenant_id and j.id = e.id and j.lease_token = e.token
             where j.cancel_requested
            """;

    /** All nodes are told when its time comes, for this one may be gone by then. */
    static final String FAIL = """
            with ended as materialized (
              select * from unnest(?, ?, ?, ?, ?) as e (tenant_id, id, token, delay_ms, error)),
            failed as (
              update public.jobs j
                 set status = 'retryable', due_at = clock_timestamp() + e.delay_ms * interval '1 millisecond',
                     last_error = e.error,
                     errors = coalesce(j.errors, '[]') || jsonb_build_object(
                       'attempt', j.attempt, 'at', clock_timestamp(), 'node', j.lease_owner, 'error', e.error),
                     lease_token = null, lease_incarnation = null, lease_until = null
                from ended e
               where j.tenant_id = e.tenant_id and j.id = e.id and j.lease_token = e.token
              returning j.id)
            select pg_notify('enricher_jobs', '-') where exists (select from failed)
            """;

    static final String BURY = """
            with ended as materialized (
              select * from unnest(?, ?, ?, ?) as e (tenant_id, id, token, error)),
            gone as (
              delete from public.jobs j using ended e
               where j.tenant_id = e.tenant_id and j.id = e.id and j.lease_token = e.token
              returning j.*, e.error)
            insert into public.jobs_dlq
              (tenant_id, id, due_at, created_at, claimed_at, priority, attempt, max_attempts, payload_version, crashes,
               kind, payload, unique_key, correlation_id, lease_owner, reason, errors)
            select tenant_id, id, due_at, created_at, claimed_at, priority, attempt, max_attempts, payload_version,
                   crashes, kind, payload, unique_key, correlation_id, lease_owner, error,
                   coalesce(errors, '[]') || jsonb_build_object(
                     'attempt', attempt, 'at', clock_timestamp(), 'node', lease_owner, 'error', error)
              from gone
            """;

    static final String SNOOZE = """
            with ended as materialized (
              select * from unnest(?, ?, ?, ?) as e (tenant_id, id, token, delay_ms)),
            snoozed as (
              update public.jobs j
                 set status = 'scheduled', due_at = clock_timestamp() + e.delay_ms * interval '1 millisecond',
                     attempt = j.attempt - 1, lease_token = null, lease_incarnation = null, lease_until = null
                from ended e
               where j.tenant_id = e.tenant_id and j.id = e.id and j.lease_token = e.token
              returning j.id)
            select pg_notify('enricher_jobs', '-') where exists (select from snoozed)
            """;

    static final String GIVE_BACK = """
            with ended as materialized (
              select * from unnest(?, ?, ?, ?) as e (tenant_id, id, token, setback)),
            back as (
              update public.jobs j
                 set status = 'available', attempt = j.attempt - 1, setbacks = j.setbacks + e.setback,
                     lease_token = null, lease_incarnation = null, lease_until = null
                from ended e
               where j.tenant_id = e.tenant_id and j.id = e.id and j.lease_token = e.token
              returning j.kind)
            select pg_notify('enricher_jobs', k.kind) from (select distinct kind from back) k
            """;

    private EndingSql() {}
}

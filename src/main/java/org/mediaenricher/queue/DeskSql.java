package org.mediaenricher.queue;

/** The statements of {@link JobDesk}; each can be pasted into psql. */
final class DeskSql {
    static final String LIST = """
            select j.* from public.jobs_all j
             where j.tenant_id = :tenant
               and (cast(:kind as text) is null or j.kind = cast(:kind as text))
               and (cast(:status as text) is null or j.status = cast(:status as text))
               and (cast(:text as text) is null or position(lower(cast(:text as text)) in lower(j.reason)) > 0)
               and (cast(:after as bigint) is null or j.id < cast(:after as bigint))
             order by j.id desc
             limit :limit
            """;

    static final String GET = "select j.* from public.jobs_all j where j.tenant_id = :tenant and j.id = :id";

    static final String CANCEL_WAITING = """
            with gone as (
              delete from public.jobs where tenant_id = :tenant and id = :id and status <> 'running' returning *)
            insert into public.jobs_history
              (tenant_id, id, due_at, created_at, claimed_at, priority, attempt, max_attempts, status, kind, payload,
               unique_key, correlation_id, lease_owner, errors)
            select tenant_id, id, due_at, created_at, claimed_at, priority, attempt, max_attempts, 'cancelled', kind,
                   payload, unique_key, correlation_id, lease_owner, errors
              from gone
            """;

    static final String CANCEL_RUNNING = """
            update public.jobs set cancel_requested = true
             where tenant_id = :tenant and id = :id and status = 'running'
            """;

    static final String HURRY = """
            update public.jobs set status = 'available', due_at = now()
             where tenant_id = :tenant and id = :id and status in ('scheduled', 'retryable')
            """;

    static final String SNOOZE = """
            update public.jobs set status = 'scheduled', due_at = now() + cast(:delay as interval)
             where tenant_id = :tenant and id = :id and status <> 'running'
            """;

    static final String DEAD = """
            select d.*, false as cancel_requested from public.jobs_dlq d
             where d.tenant_id = :tenant
               and (cast(:kind as text) is null or d.kind = cast(:kind as text))
               and (cast(:text as text) is null or position(lower(cast(:text as text)) in lower(d.reason)) > 0)
               and (cast(:after as bigint) is null or d.id < cast(:after as bigint))
             order by d.id desc
             limit :limit
            """;

    static final String DEAD_ONE =
            "select d.*, false as cancel_requested from public.jobs_dlq d where d.tenant_id = :tenant and d.id = :id";

    static final String DEAD_COUNT = """
            select count(*) from public.jobs_dlq d
             where d.tenant_id = :tenant
               and (cast(:kind as text) is null or d.kind = cast(:kind as text))
               and (cast(:text as text) is null or position(lower(cast(:text as text)) in lower(d.reason)) > 0)
               and (cast(:ids as bigint[]) is null or d.id = any (cast(:ids as bigint[])))
            """;

    /** Of the newest only, so that it is quick however many there are. */
    static final String DEAD_GROUPS = """
            select n.kind, n.reason, count(*) as number
              from (select d.kind, left(substring(d.reason from '^[^\\x01-\\x1f\\x7f]*'), 160) as reason
                      from public.jobs_dlq d
                     where d.tenant_id = :tenant
                       and (cast(:kind as text) is null or d.kind = cast(:kind as text))
                       and (cast(:text as text) is null or position(lower(cast(:text as text)) in lower(d.reason)) > 0)
                     order by d.id desc
                     limit 10000) n
             group by n.kind, n.reason
             order by number desc, n.kind, n.reason
             limit 12
            """;

    /** What leaves here and does not arrive there, for its like is there, is rolled back by whoever counts. */
    static final String REDRIVE = """
            with gone as (
              delete from public.jobs_dlq where tenant_id = :tenant and id = :id returning *)
            insert into public.jobs
              (tenant_id, id, kind, payload_version, payload, priority, created_at, max_attempts, unique_key,
               correlation_id, errors)
            select tenant_id, id, kind, payload_version, payload, priority, created_at, max_attempts, unique_key,
                   correlation_id, errors
              from gone
            on conflict (tenant_id, kind, unique_key) where unique_key is not null do nothing
            """;

    static final String DISCARD = "delete from public.jobs_dlq where tenant_id = :tenant and id = :id";

    private DeskSql() {}
}

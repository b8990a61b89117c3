package org.mediaenricher.runs;

/** The statements of {@link RunProgress}; each can be pasted into psql. */
final class RunProgressSql {
    static final String ADOPT = """
            with orphan as materialized (
              select tenant_id, id from public.media_enrich_runs
               where status in ('pending', 'running', 'stopping')
                 and (driver_incarnation is null or not enricher.is_alive(driver_incarnation))
               order by started_at
               for update skip locked)
            update public.media_enrich_runs r
               set driver = :node, driver_incarnation = :incarnation,
                   execution_id = case when driver = :node then execution_id end
              from orphan
             where r.tenant_id = orphan.tenant_id and r.id = orphan.id
            returning r.id, r.tenant_id
            """;

    /**
     * A slice this life of the node still holds counts as work: nobody else will take it up. One that somebody frozen
     * has locked does not, for it cannot be leased until his transaction is ended.
     */
    static final String DRIVEN = """
            select r.id, r.tenant_id, r.status = 'stopping', coalesce(r.execution_id, 0),
                   case
                     when r.status = 'pending' or not r.surveyed then 'work'
                     when exists (
                       select from public.media_enrich_slices s
                        where s.tenant_id = r.tenant_id and s.run_id = r.id
                          and (s.status = 'free'
                               or s.status = 'leased' and (s.lease_incarnation = :incarnation
                                                           or not enricher.is_alive(s.lease_incarnation)))
                        limit 1
                        for no key update of s skip locked) then 'work'
                     when exists (
                       select from public.media_enrich_slices s
                        where s.tenant_id = r.tenant_id and s.run_id = r.id and s.status <> 'done') then 'with_others'
                     else 'nothing'
                   end
              from public.media_enrich_runs r
             where r.driver_incarnation = :incarnation
               and r.status in ('pending', 'running', 'stopping')
               and (r.resume_at is null or r.resume_at <= clock_timestamp() or r.status = 'stopping')
            """;

    static final String IN_NEED_OF_HELP = """
            select r.id, r.tenant_id, false, 0, 'work' from public.media_enrich_runs r
             where r.driver_incarnation <> :incarnation
               and r.status = 'running'
               and (r.resume_at is null or r.resume_at <= clock_timestamp())
               and (r.skip_limit is null or r.failed <= r.skip_limit)
               and exists (
                 select from public.media_enrich_slices s
                  where s.tenant_id = r.tenant_id and s.run_id = r.id
                    and (s.status = 'free'
                         or s.status = 'leased' and (s.lease_incarnation = :incarnation
                                                     or not enricher.is_alive(s.lease_incarnation)))
                  limit 1
                  for no key update of s skip locked)
             order by r.started_at
            """;

    static final String IS_DRIVEN_BY = """
            select exists (select from public.media_enrich_runs
                            where id = :run and driver_incarnation = :incarnation)
            """;

    static final String IS_HALTED = """
            select exists (select from public.media_enrich_runs
                            where id = :run and status in ('stopping', 'stopped', 'failed'))
            """;

    static final String BEGIN = """
            update public.media_enrich_runs set status = 'running', resume_at = null
             where id = :run and status in ('pending', 'running') and driver_incarnation = :incarnation
            """;

    static final String WORK = """
            select r.id, r.tenant_id, b.location, r.bucket, r.prefix, coalesce(r.object_limit, 0), r.mode, r.looks,
                   r.retry_of, r.retry_code
              from public.media_enrich_runs r
              join public.buckets b on b.tenant_id = r.tenant_id and b.name = r.bucket
             where r.id = :run and r.status = 'running'
            """;

    static final String SURVEYED = "update public.media_enrich_runs set surveyed = true where id = :run";

    static final String IS_SURVEYED = "select surveyed from public.media_enrich_runs where id = :run";

    static final String COMPLETE = """
            update public.media_enrich_runs r
               set status = 'completed', reason = null, ended_at = clock_timestamp(), driver_incarnation = null
             where r.id = :run and r.status in ('running', 'stopping') and r.surveyed
               and (r.skip_limit is null or r.failed <= r.skip_limit)
               and not exists (select from public.media_enrich_slices s
                                where s.tenant_id = r.tenant_id and s.run_id = r.id and s.status <> 'done')
            """;

    static final String IS_COMPLETED = """
            select exists (select from public.media_enrich_runs where id = :run and status = 'completed')
            """;

    static final String STOPPED = """
            update public.media_enrich_runs r
               set status = 'stopped', ended_at = clock_timestamp(), driver_incarnation = null
             where r.id = :run and r.status = 'stopping' and r.driver_incarnation = :incarnation
               and not exists (select from public.media_enrich_slices s
                                where s.tenant_id = r.tenant_id and s.run_id = r.id and s.status = 'leased'
                                  and enricher.is_alive(s.lease_incarnation))
            """;

    static final String FAIL = """
            update public.media_enrich_runs
               set status = 'failed', reason = :reason, ended_at = clock_timestamp(), driver_incarnation = null
             where id = :run and status in ('pending', 'running', 'stopping') and driver_incarnation = :incarnation
            """;

    static final String OUTAGES = "select outages from public.media_enrich_runs where id = :run";

    static final String PAUSE = """
            update public.media_enrich_runs
               set outages = outages + 1, reason = :reason,
                   resume_at = clock_timestamp() + cast(:rest as interval)
             where id = :run and status in ('pending', 'running') and driver_incarnation = :incarnation
            """;

    static final String EXECUTED_BY = """
            update public.media_enrich_runs set execution_id = :execution
             where id = :run and driver_incarnation = :incarnation
            """;

    private RunProgressSql() {}
}

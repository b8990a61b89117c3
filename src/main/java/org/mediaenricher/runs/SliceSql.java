package org.mediaenricher.runs;

/** The statements of {@link Slices}; each can be pasted into psql. */
final class SliceSql {
    static final String SURVEYED = """
            select coalesce(max(number) + 1, 0),
                   coalesce((array_agg(last_key order by number desc))[1], ''),
                   coalesce(sum(object_count), 0)
              from public.media_enrich_slices
             where run_id = :run
            """;

    static final String APPEND = """
            insert into public.media_enrich_slices (tenant_id, run_id, number, after_key, last_key, object_count)
            values (:tenant, :run, :number, :after, :last, :count)
            """;

    /** First of what a survey writes: it fences off a node that was the driver once. */
    static final String ADD_TO_TOTAL = """
            update public.media_enrich_runs set total_files = total_files + :count
             where id = :run and driver_incarnation = :incarnation
            """;

    /** Materialized, or a plan that asks for the next slice once per row of the table would lease them all. */
    static final String LEASE = """
            with next as materialized (
              select f.tenant_id, f.run_id, f.number
                from public.media_enrich_slices f
                join public.media_enrich_runs r on r.tenant_id = f.tenant_id and r.id = f.run_id
               where f.run_id = :run and r.status = 'running' and enricher.is_alive(:incarnation)
                 and (f.status = 'free' or f.status = 'leased' and not enricher.is_alive(f.lease_incarnation))
               order by f.number
               limit 1
               for update of f skip locked)
            update public.media_enrich_slices s
               set status = 'leased', lease_owner = :node, lease_incarnation = :incarnation,
                   lease_token = nextval('enricher.fencing_tokens')
              from next
             where s.tenant_id = next.tenant_id and s.run_id = next.run_id and s.number = next.number
            returning s.number, s.after_key, s.last_key, s.object_count, s.position, s.processed, s.lease_token
            """;

    static final String RELEASE = """
            update public.media_enrich_slices
               set status = 'free', lease_owner = null, lease_incarnation = null, lease_token = null
             where run_id = :run and status = 'leased' and lease_incarnation = :incarnation
            """;

    static final String ADVANCE = """
            update public.media_enrich_slices
               set position = :position, processed = processed + :objects,
                   status = case when :done then 'done' else status end
             where tenant_id = :tenant and run_id = :run and number = :number
               and status = 'leased' and lease_token = :token
            """;

    /** The minute's row is locked behind the run's, so nobody waits for it longer than for that. */
    static final String COUNT = """
            with counted as (
              update public.media_enrich_runs
                 set total_files = total_files + :unplanned, processed_files = processed_files + :processed,
                     succeeded = succeeded + :succeeded, failed = failed + :failed, skipped = skipped + :skipped,
                     outages = 0, reason = case when status = 'running' then null else reason end
               where tenant_id = :tenant and id = :run
              returning coalesce(skip_limit - failed, 9223372036854775807) as bearable),
            minute as (
              insert into public.media_enrich_run_minutes as m (tenant_id, run_id, minute, processed, failed)
              select :tenant, :run, date_trunc('minute', clock_timestamp()), :processed, :failed from counted
              on conflict (tenant_id, run_id, minute) do update
                set processed = m.processed + excluded.processed, failed = m.failed + excluded.failed)
            select bearable from counted
            """;

    private SliceSql() {}
}

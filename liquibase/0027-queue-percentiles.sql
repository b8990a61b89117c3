--liquibase formatted sql

--changeset media-enricher:0027-last-hour
--comment Percentiles to the millisecond, each the time of a job that was: whole numbers are put in order in half the time.
create or replace view public.queue_last_hour with (security_invoker = true) as
  select tenant_id, since, completed, cast(took[1] as double precision) as p50_ms,
         cast(took[2] as double precision) as p95_ms, cast(took[3] as double precision) as p99_ms
    from (select tenant_id, since, count(*) as completed,
                 percentile_disc(array[0.5, 0.95, 0.99]) within group (order by ms) as took
            from (select tenant_id, date_trunc('minute', ended_at) as since,
                         cast(date_part('epoch', ended_at - claimed_at) * 1000 as bigint) as ms
                    from public.jobs_history
                   where status = 'completed' and ended_at > now() - interval '1 hour') jobs
           group by grouping sets ((tenant_id), (tenant_id, since))) minutes;

--changeset media-enricher:0027-last-day
create or replace view public.queue_last_day with (security_invoker = true) as
  select tenant_id, since, completed, cast(took[1] as double precision) as p50_ms,
         cast(took[2] as double precision) as p95_ms, cast(took[3] as double precision) as p99_ms
    from (select tenant_id, since, count(*) as completed,
                 percentile_disc(array[0.5, 0.95, 0.99]) within group (order by ms) as took
            from (select tenant_id, date_bin('10 minutes', ended_at, timestamptz '2000-01-01 00:00:00+00') as since,
                         cast(date_part('epoch', ended_at - claimed_at) * 1000 as bigint) as ms
                    from public.jobs_history
                   where status = 'completed' and ended_at > now() - interval '1 day') jobs
           group by grouping sets ((tenant_id), (tenant_id, since))) steps;

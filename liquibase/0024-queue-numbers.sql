--liquibase formatted sql

--changeset media-enricher:0024-depth
--comment How many jobs of a kind stand how, and for how long on the average: since they were enqueued, dead ones since they were given up. oldest_due_at: since when the first of those waits whose time has come.
create view public.queue_depth with (security_invoker = true) as
  select tenant_id, kind, status, count(*) as jobs,
         now() - to_timestamp(avg(date_part('epoch', created_at))) as mean_age,
         min(due_at) filter (where status = 'available') as oldest_due_at
    from public.jobs
   group by tenant_id, kind, status
  union all
  select tenant_id, kind, status, count(*), now() - to_timestamp(avg(date_part('epoch', ended_at))), null
    from public.jobs_dlq
   group by tenant_id, kind, status;

--changeset media-enricher:0024-last-hour
--comment What was completed in each minute of the last hour, and how long it took from claim to end, in milliseconds; since is empty for the hour as a whole. The window stands here, where the index by end finds it.
create view public.queue_last_hour with (security_invoker = true) as
  select tenant_id, since, completed, took[1] as p50_ms, took[2] as p95_ms, took[3] as p99_ms
    from (select tenant_id, date_trunc('minute', ended_at) as since, count(*) as completed,
                 percentile_cont(array[0.5, 0.95, 0.99]) within group
                   (order by cast(extract(epoch from ended_at - claimed_at) * 1000 as double precision)) as took
            from public.jobs_history
           where status = 'completed' and ended_at > now() - interval '1 hour'
           group by grouping sets ((tenant_id), (tenant_id, date_trunc('minute', ended_at)))) minutes;

--changeset media-enricher:0024-last-day
--comment The same in steps of ten minutes over the last day.
create view public.queue_last_day with (security_invoker = true) as
  select tenant_id, since, completed, took[1] as p50_ms, took[2] as p95_ms, took[3] as p99_ms
    from (select tenant_id, date_bin('10 minutes', ended_at, timestamptz '2000-01-01 00:00:00+00') as since,
                 count(*) as completed,
                 percentile_cont(array[0.5, 0.95, 0.99]) within group
                   (order by cast(extract(epoch from ended_at - claimed_at) * 1000 as double precision)) as took
            from public.jobs_history
           where status = 'completed' and ended_at > now() - interval '1 day'
           group by grouping sets ((tenant_id),
             (tenant_id, date_bin('10 minutes', ended_at, timestamptz '2000-01-01 00:00:00+00')))) steps;

--changeset media-enricher:0024-usage
--comment What each tenant had done in the last day. busy: the time of all its jobs together, their last attempts.
create view public.queue_usage with (security_invoker = true) as
  select tenant_id, count(*) filter (where status = 'completed') as completed,
         count(*) filter (where status = 'cancelled') as cancelled,
         coalesce(sum(ended_at - claimed_at) filter (where status = 'completed'), interval '0') as busy
    from public.jobs_history
   where ended_at > now() - interval '1 day'
   group by tenant_id;

--changeset media-enricher:0024-lists
--comment A page of the jobs of one kind, and of those that were called off, is found among millions that have ended; one of those that failed, by what is in their error, among as many that wait.
create index jobs_history_by_kind on public.jobs_history (tenant_id, kind, id);
create index jobs_history_cancelled on public.jobs_history (tenant_id, id) where status = 'cancelled';
create index jobs_failed on public.jobs (tenant_id, id) where last_error is not null;

--changeset media-enricher:0024-grants
grant select on public.queue_depth, public.queue_last_hour, public.queue_last_day, public.queue_usage
  to authenticated, service_role;

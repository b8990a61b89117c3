--liquibase formatted sql

--changeset media-enricher:0029-two-digits
--comment Times are counted to two significant digits: some hundred classes from a millisecond to a day, none off by more than a twentieth.
create function enricher.two_digits(ms bigint) returns bigint language sql immutable parallel safe set search_path = '' as
$$
  select case when ms < 100 then greatest(ms, 0)
              else cast(round(cast(ms as numeric), 1 - cast(floor(log(cast(ms as double precision))) as integer)) as bigint)
         end
$$;

--changeset media-enricher:0029-rollups
--comment What ended in each minute and in each ten minutes, by kind and by how long it took from claim to end. The charts of an hour and a day read these, so they cost the same after ten jobs and after ten million. Older ones go; the history itself tells more.
create table public.job_rollups (
  tenant_id uuid        not null,
  minutes   smallint    not null check (minutes in (1, 10)),
  since     timestamptz not null,
  kind      text        not null,
  status    text        not null check (status in ('completed', 'cancelled')),
  took_ms   bigint      not null check (took_ms >= 0),
  jobs      bigint      not null check (jobs > 0),
  busy_ms   bigint      not null check (busy_ms >= 0),
  primary key (tenant_id, minutes, since, kind, status, took_ms)
);
create index job_rollups_oldest on public.job_rollups (minutes, since);

--changeset media-enricher:0029-percentiles
--comment Of each of those minutes and ten minutes: how many were completed, and within what times half, 95 and 99 in 100 of them.
create table public.job_percentiles (
  tenant_id uuid        not null,
  minutes   smallint    not null check (minutes in (1, 10)),
  since     timestamptz not null,
  completed bigint      not null check (completed > 0),
  p50_ms    bigint      not null,
  p95_ms    bigint      not null,
  p99_ms    bigint      not null,
  primary key (tenant_id, minutes, since),
  check (0 <= p50_ms and p50_ms <= p95_ms and p95_ms <= p99_ms)
);
create index job_percentiles_oldest on public.job_percentiles (minutes, since);

--changeset media-enricher:0029-rolled
--comment How far that has come: all that ended before is rolled up, by minutes and by tens of minutes.
create table enricher.rolled_jobs (
  by_minute timestamptz not null,
  by_tens   timestamptz not null,
  check (by_tens <= by_minute)
);
create unique index rolled_jobs_once on enricher.rolled_jobs ((true));
insert into enricher.rolled_jobs values ('-infinity', '-infinity');

--changeset media-enricher:0029-policies splitStatements:false
--comment Users read what is their tenant's; the service alone sums up.
do $$
declare
  one text;
begin
  foreach one in array array['job_rollups', 'job_percentiles'] loop
    execute format($ddl$
      alter table public.%1$I enable row level security;
      alter table public.%1$I force row level security;
      create policy users_read on public.%1$I for select to authenticated
        using (tenant_id = (select enricher.tenant_id()) and (select enricher.may('read')));
      create policy service_read on public.%1$I for select to service_role
        using ((select enricher.is_service())
          and ((select enricher.tenant_id()) is null or tenant_id = (select enricher.tenant_id())));
      create policy service_insert on public.%1$I for insert to service_role
        with check ((select enricher.is_service())
          and ((select enricher.tenant_id()) is null or tenant_id = (select enricher.tenant_id())));
      create policy service_delete on public.%1$I for delete to service_role
        using ((select enricher.is_service())
          and ((select enricher.tenant_id()) is null or tenant_id = (select enricher.tenant_id())));
      grant select on public.%1$I to authenticated;
      grant select, insert, delete on public.%1$I to service_role;
    $ddl$, one);
  end loop;
end
$$;

--changeset media-enricher:0029-rolled-policies
alter table enricher.rolled_jobs enable row level security;
alter table enricher.rolled_jobs force row level security;
create policy rolled_jobs_read on enricher.rolled_jobs for select to authenticated, service_role
  using ((select enricher.is_service()) or (select enricher.may('read')));
create policy rolled_jobs_service on enricher.rolled_jobs for update to service_role
  using ((select enricher.is_service()));
grant select on enricher.rolled_jobs to authenticated;
grant select, update on enricher.rolled_jobs to service_role;

--changeset media-enricher:0029-roll-up splitStatements:false
--comment Takes the next hour at the most; answers whether there is more. A minute is rolled up two minutes after it is over: by then every transaction that could still add to it has committed or was ended, its node's lease being 30 s. Who comes second waits for the first and goes on behind it.
create function enricher.roll_up_jobs() returns boolean language plpgsql set search_path = '' as
$$
declare
  origin  constant timestamptz := '2000-01-01 00:00:00+00';
  settled constant timestamptz := date_bin('1 minute', clock_timestamp() - interval '2 minutes', origin);
  of_use  constant timestamptz := date_bin('10 minutes', settled - interval '25 hours', origin);
  rolled  enricher.rolled_jobs;
  begin_  timestamptz;
  end_    timestamptz;
  ten     timestamptz;
  tens    timestamptz;
begin
  select * into rolled from enricher.rolled_jobs for update;
  begin_ := greatest(rolled.by_minute, of_use);
  end_ := least(begin_ + interval '1 hour', settled);
  if end_ <= begin_ then
    return false;
  end if;
  insert into public.job_rollups
  select tenant_id, 1, since, kind, status, took_ms, count(*), sum(ms)
    from (select tenant_id, kind, status, date_bin('1 minute', ended_at, origin) as since, ms,
                 enricher.two_digits(ms) as took_ms
            from public.jobs_history
           cross join lateral (
             select greatest(cast(date_part('epoch', ended_at - coalesce(claimed_at, ended_at)) * 1000 as bigint), 0)) t (ms)
           where ended_at >= begin_ and ended_at < end_) ended
   group by tenant_id, since, kind, status, took_ms;
  ten := greatest(rolled.by_tens, of_use);
  tens := date_bin('10 minutes', end_, origin);
  insert into public.job_rollups
  select tenant_id, 10, date_bin('10 minutes', since, origin), kind, status, took_ms, sum(jobs), sum(busy_ms)
    from public.job_rollups
   where minutes = 1 and since >= ten and since < tens
   group by 1, 3, 4, 5, 6;
  insert into public.job_percentiles
  select tenant_id, minutes, since, max(up_to), min(took_ms) filter (where up_to >= 0.5 * of_all),
         min(took_ms) filter (where up_to >= 0.95 * of_all), min(took_ms) filter (where up_to >= 0.99 * of_all)
    from (select tenant_id, minutes, since, took_ms,
                 sum(sum(jobs)) over (partition by tenant_id, minutes, since order by took_ms) as up_to,
                 sum(sum(jobs)) over (partition by tenant_id, minutes, since) as of_all
            from public.job_rollups
           where status = 'completed'
             and (minutes = 1 and since >= begin_ and since < end_ or minutes = 10 and since >= ten and since < tens)
           group by tenant_id, minutes, since, took_ms) classes
   group by tenant_id, minutes, since;
  update enricher.rolled_jobs set by_minute = end_, by_tens = tens;
  delete from public.job_rollups
   where minutes = 1 and since < tens - interval '2 hours' or minutes = 10 and since < of_use;
  delete from public.job_percentiles
   where minutes = 1 and since < tens - interval '2 hours' or minutes = 10 and since < of_use;
  return end_ < settled;
end
$$;

--changeset media-enricher:0029-ended
--comment What ended in the last hour and in the last day: what is rolled up, and the few minutes that are not yet. The windows stand here, where the index by end finds them.
create view public.jobs_ended_last_hour with (security_invoker = true) as
  select tenant_id, since, kind, status, took_ms, jobs, busy_ms
    from public.job_rollups
   where minutes = 1
     and since >= date_bin('1 minute', now(), timestamptz '2000-01-01 00:00:00+00') - interval '59 minutes'
  union all
  select tenant_id, date_bin('1 minute', ended_at, timestamptz '2000-01-01 00:00:00+00'), kind, status,
         enricher.two_digits(ms), 1, ms
    from public.jobs_history
   cross join lateral (
     select greatest(cast(date_part('epoch', ended_at - coalesce(claimed_at, ended_at)) * 1000 as bigint), 0)) t (ms)
   where ended_at >= date_bin('1 minute', now(), timestamptz '2000-01-01 00:00:00+00') - interval '59 minutes'
     and ended_at >= (select by_minute from enricher.rolled_jobs);
create view public.jobs_ended_last_day with (security_invoker = true) as
  select tenant_id, since, kind, status, took_ms, jobs, busy_ms
    from public.job_rollups
   where minutes = 10
     and since >= date_bin('10 minutes', now(), timestamptz '2000-01-01 00:00:00+00') - interval '23 hours 50 minutes'
  union all
  select tenant_id, date_bin('10 minutes', since, timestamptz '2000-01-01 00:00:00+00'), kind, status, took_ms, jobs, busy_ms
    from public.job_rollups
   where minutes = 1
     and since >= date_bin('10 minutes', now(), timestamptz '2000-01-01 00:00:00+00') - interval '23 hours 50 minutes'
     and since >= (select by_tens from enricher.rolled_jobs)
  union all
  select tenant_id, date_bin('10 minutes', ended_at, timestamptz '2000-01-01 00:00:00+00'), kind, status,
         enricher.two_digits(ms), 1, ms
    from public.jobs_history
   cross join lateral (
     select greatest(cast(date_part('epoch', ended_at - coalesce(claimed_at, ended_at)) * 1000 as bigint), 0)) t (ms)
   where ended_at >= date_bin('10 minutes', now(), timestamptz '2000-01-01 00:00:00+00') - interval '23 hours 50 minutes'
     and ended_at >= (select by_minute from enricher.rolled_jobs);

--changeset media-enricher:0029-numbers
--comment Of each step, and of the window as a whole where since is empty: how many were completed, and the times within which half, 95 and 99 in 100 of them were, each the time of a job that was, to two digits. Steps that are rolled up are read as they stand.
create or replace view public.queue_last_hour with (security_invoker = true) as
  select tenant_id, since, completed, cast(p50_ms as double precision) as p50_ms,
         cast(p95_ms as double precision) as p95_ms, cast(p99_ms as double precision) as p99_ms
    from public.job_percentiles
   where minutes = 1
     and since >= date_bin('1 minute', now(), timestamptz '2000-01-01 00:00:00+00') - interval '59 minutes'
  union all
  select tenant_id, recent, cast(max(up_to) as bigint),
         cast(min(took_ms) filter (where up_to >= 0.5 * of_all) as double precision),
         cast(min(took_ms) filter (where up_to >= 0.95 * of_all) as double precision),
         cast(min(took_ms) filter (where up_to >= 0.99 * of_all) as double precision)
    from (select tenant_id, recent, took_ms,
                 sum(sum(jobs)) over (partition by tenant_id, recent order by took_ms) as up_to,
                 sum(sum(jobs)) over (partition by tenant_id, recent) as of_all
            from (select tenant_id, case when since >= (select by_minute from enricher.rolled_jobs) then since end as recent,
                         took_ms, jobs
                    from public.jobs_ended_last_hour
                   where status = 'completed') ended
           group by grouping sets ((tenant_id, took_ms), (tenant_id, recent, took_ms))
          having grouping(recent) = 1 or recent is not null) classes
   group by tenant_id, recent;
create or replace view public.queue_last_day with (security_invoker = true) as
  select tenant_id, since, completed, cast(p50_ms as double precision) as p50_ms,
         cast(p95_ms as double precision) as p95_ms, cast(p99_ms as double precision) as p99_ms
    from public.job_percentiles
   where minutes = 10
     and since >= date_bin('10 minutes', now(), timestamptz '2000-01-01 00:00:00+00') - interval '23 hours 50 minutes'
  union all
  select tenant_id, recent, cast(max(up_to) as bigint),
         cast(min(took_ms) filter (where up_to >= 0.5 * of_all) as double precision),
         cast(min(took_ms) filter (where up_to >= 0.95 * of_all) as double precision),
         cast(min(took_ms) filter (where up_to >= 0.99 * of_all) as double precision)
    from (select tenant_id, recent, took_ms,
                 sum(sum(jobs)) over (partition by tenant_id, recent order by took_ms) as up_to,
                 sum(sum(jobs)) over (partition by tenant_id, recent) as of_all
            from (select tenant_id, case when since >= (select by_tens from enricher.rolled_jobs) then since end as recent,
                         took_ms, jobs
                    from public.jobs_ended_last_day
                   where status = 'completed') ended
           group by grouping sets ((tenant_id, took_ms), (tenant_id, recent, took_ms))
          having grouping(recent) = 1 or recent is not null) classes
   group by tenant_id, recent;
create or replace view public.queue_usage with (security_invoker = true) as
  select tenant_id, cast(coalesce(sum(jobs) filter (where status = 'completed'), 0) as bigint) as completed,
         cast(coalesce(sum(jobs) filter (where status = 'cancelled'), 0) as bigint) as cancelled,
         cast(coalesce(sum(busy_ms) filter (where status = 'completed'), 0) * interval '1 millisecond' as interval) as busy
    from public.jobs_ended_last_day
   group by tenant_id;

--changeset media-enricher:0029-grants
revoke execute on function enricher.roll_up_jobs(), enricher.two_digits(bigint) from public;
grant execute on function enricher.roll_up_jobs() to service_role;
grant execute on function enricher.two_digits(bigint) to authenticated, service_role;
grant select on public.jobs_ended_last_hour, public.jobs_ended_last_day to authenticated, service_role;

--liquibase formatted sql

--changeset media-enricher:0019-right
--comment Making, editing and removing schedules. From here on the check asks for the form of a right alone: which there are, the one table of rights says.
alter table enricher.rights drop constraint rights_right_check;
alter table enricher.rights add constraint rights_right_check check ("right" ~ '^[a-z]+(-[a-z]+)*$');
insert into enricher.rights (role, "right") values
  ('admin', 'manage-schedules'), ('service_role', 'manage-schedules');

--changeset media-enricher:0019-schedules
--comment What becomes a job again and again. next_at is empty while it is paused, and when it is never due again. kept: how long its ticks and the jobs they made are kept, empty for as long as all others. The server's own have the tenant 0.
create table public.schedules (
  tenant_id       uuid        not null,
  id              uuid        not null,
  name            text        not null check (name <> '' and length(name) <= 100),
  expression      text        not null,
  zone            text        not null,
  kind            text        not null,
  payload_version smallint    not null default 1,
  payload         jsonb       not null default '{}' check (jsonb_typeof(payload) = 'object'),
  enabled         boolean     not null default true,
  next_at         timestamptz,
  last_at         timestamptz,
  kept            interval,
  created_at      timestamptz not null default now(),
  created_by      text        not null,
  updated_at      timestamptz not null default now(),
  updated_by      text        not null,
  primary key (tenant_id, id),
  unique (tenant_id, name),
  check (enabled or next_at is null)
);
create index schedules_due on public.schedules (next_at) where next_at is not null;

--changeset media-enricher:0019-ticks
--comment Each time a schedule was due, or was run by somebody (asked_by): which node took it, and the job it made. skipped: the job of a tick before was still to be done, so there is no second one; job_id is then that one's. catch_up: it came late, for no node rang at its time; missed: how many before it were left out, counted up to a thousand.
create table public.schedule_ticks (
  tenant_id   uuid        not null,
  schedule_id uuid        not null,
  due_at      timestamptz not null,
  fired_at    timestamptz not null default clock_timestamp(),
  node        text        not null,
  catch_up    boolean     not null default false,
  missed      integer     not null default 0 check (missed >= 0),
  asked_by    text,
  job_id      bigint,
  skipped     boolean     not null default false,
  primary key (tenant_id, schedule_id, due_at),
  foreign key (tenant_id, schedule_id) references public.schedules (tenant_id, id) on delete cascade
);
create index schedule_ticks_by_fire on public.schedule_ticks (fired_at);

--changeset media-enricher:0019-actions-by-end
create index job_actions_by_end on public.job_actions (ended_at) where ended_at is not null;

--changeset media-enricher:0019-own-schedules
--comment The server's own, in UTC. Before row-level security is on, which an owner may be subject to.
insert into public.schedules (tenant_id, id, name, expression, zone, kind, next_at, kept, created_by, updated_by) values
  ('00000000-0000-0000-0000-000000000000', gen_random_uuid(), 'queue-sweep', '*/30 * * * * *', 'UTC', 'queue-sweep',
   date_trunc('minute', now()) + interval '1 minute', interval '1 hour', 'the server', 'the server'),
  ('00000000-0000-0000-0000-000000000000', gen_random_uuid(), 'prune-history', '7 * * * *', 'UTC', 'prune-history',
   date_trunc('hour', now(), 'UTC') + interval '1 hour 7 minutes', null, 'the server', 'the server');

--changeset media-enricher:0019-row-security
alter table public.schedules enable row level security;
alter table public.schedules force row level security;
alter table public.schedule_ticks enable row level security;
alter table public.schedule_ticks force row level security;

--changeset media-enricher:0019-policies splitStatements:false
--comment Those of the tenant 0 are the server's: a claim that names it sees none of them, only the service that names no tenant does.
do $$
declare
  one text;
begin
  foreach one in array array['schedules', 'schedule_ticks'] loop
    execute format($ddl$
      create policy users_read on public.%1$I for select to authenticated
        using (tenant_id = (select enricher.tenant_id()) and (select enricher.may('read'))
          and tenant_id <> '00000000-0000-0000-0000-000000000000');
      create policy service_read on public.%1$I for select to service_role
        using ((select enricher.is_service())
          and ((select enricher.tenant_id()) is null or tenant_id = (select enricher.tenant_id())
            and tenant_id <> '00000000-0000-0000-0000-000000000000'));
      create policy service_insert on public.%1$I for insert to service_role
        with check ((select enricher.is_service())
          and ((select enricher.tenant_id()) is null or tenant_id = (select enricher.tenant_id())
            and tenant_id <> '00000000-0000-0000-0000-000000000000'));
      create policy service_update on public.%1$I for update to service_role
        using ((select enricher.is_service())
          and ((select enricher.tenant_id()) is null or tenant_id = (select enricher.tenant_id())
            and tenant_id <> '00000000-0000-0000-0000-000000000000'))
        with check ((select enricher.is_service())
          and ((select enricher.tenant_id()) is null or tenant_id = (select enricher.tenant_id())
            and tenant_id <> '00000000-0000-0000-0000-000000000000'));
      create policy service_delete on public.%1$I for delete to service_role
        using ((select enricher.is_service())
          and ((select enricher.tenant_id()) is null or tenant_id = (select enricher.tenant_id())
            and tenant_id <> '00000000-0000-0000-0000-000000000000'));
      grant select, insert, update, delete on public.%1$I to service_role;
      grant select on public.%1$I to authenticated;
    $ddl$, one);
  end loop;
end
$$;

--changeset media-enricher:0019-what-users-do
--comment Who may steer the queue pauses and resumes; what a schedule is, the trigger below keeps for those who manage schedules. Ticks are the server's to write.
create policy users_insert on public.schedules for insert to authenticated
  with check (tenant_id = (select enricher.tenant_id()) and (select enricher.may('manage-schedules'))
    and tenant_id <> '00000000-0000-0000-0000-000000000000');
create policy users_update on public.schedules for update to authenticated
  using (tenant_id = (select enricher.tenant_id()) and (select enricher.may('steer-queue'))
    and tenant_id <> '00000000-0000-0000-0000-000000000000')
  with check (tenant_id = (select enricher.tenant_id()) and (select enricher.may('steer-queue'))
    and tenant_id <> '00000000-0000-0000-0000-000000000000');
create policy users_delete on public.schedules for delete to authenticated
  using (tenant_id = (select enricher.tenant_id()) and (select enricher.may('manage-schedules'))
    and tenant_id <> '00000000-0000-0000-0000-000000000000');
grant insert (tenant_id, id, name, expression, zone, kind, payload_version, payload, next_at, created_by, updated_by)
  on public.schedules to authenticated;
grant update (name, expression, zone, payload_version, payload, enabled, next_at, updated_at, updated_by)
  on public.schedules to authenticated;
grant delete on public.schedules to authenticated;

--changeset media-enricher:0019-keep-schedule splitStatements:false
create function enricher.keep_schedule() returns trigger language plpgsql set search_path = '' as
$$
begin
  if current_user = 'authenticated'
     and (new.name, new.expression, new.zone, new.payload_version, new.payload)
         is distinct from (old.name, old.expression, old.zone, old.payload_version, old.payload)
     and not enricher.may('manage-schedules') then
    raise insufficient_privilege using message = 'a schedule is edited by who manages schedules';
  end if;
  return new;
end
$$;
revoke execute on function enricher.keep_schedule() from public;
create trigger keep_schedule before update on public.schedules
  for each row execute function enricher.keep_schedule();

--changeset media-enricher:0019-schedule-history
--comment Each tick with what became of its job. outcome: skipped, the status of the job, or empty when the job is no longer kept.
create view public.schedule_history with (security_invoker = true) as
  select t.tenant_id, t.schedule_id, t.due_at, t.fired_at, t.node, t.catch_up, t.missed, t.asked_by, t.job_id, t.skipped,
         case when t.skipped then 'skipped' else j.status end as outcome,
         case when not t.skipped then j.claimed_at end as began_at,
         case when not t.skipped then j.ended_at end as ended_at,
         case when not t.skipped then j.ended_at - j.claimed_at end as duration,
         case when not t.skipped then j.reason end as reason
    from public.schedule_ticks t
    left join public.jobs_all j on j.tenant_id = t.tenant_id and j.id = t.job_id;
grant select on public.schedule_history to authenticated, service_role;

--liquibase formatted sql

--changeset media-enricher:0015-right
--comment Pausing kinds, cancelling and retrying jobs, redriving and discarding dead letters.
alter table enricher.rights drop constraint rights_right_check;
alter table enricher.rights add constraint rights_right_check check (
  "right" in ('read', 'use-console', 'steer-runs', 'steer-queue', 'edit-assets', 'read-audit', 'manage-users'));
insert into enricher.rights (role, "right") values
  ('operator', 'steer-queue'), ('admin', 'steer-queue'), ('service_role', 'steer-queue');

--changeset media-enricher:0015-jobs
--comment What is still to be done: waiting, or running. A job that has ended leaves the table, so that it stays small however much was done. Work that is no tenant's has the tenant 0. claimed: how often; crashes: how often its node died meanwhile; setbacks: how often it was given back because the database was away.
create sequence enricher.job_ids;
create table public.jobs (
  tenant_id         uuid        not null default '00000000-0000-0000-0000-000000000000',
  id                bigint      not null default nextval('enricher.job_ids'),
  due_at            timestamptz not null default now(),
  created_at        timestamptz not null default now(),
  priority          smallint    not null default 0,
  attempt           smallint    not null default 0,
  max_attempts      smallint    not null default 5,
  payload_version   smallint    not null default 1,
  crashes           smallint    not null default 0,
  setbacks          smallint    not null default 0,
  cancel_requested  boolean     not null default false,
  status            text        not null default 'available'
                                check (status in ('scheduled', 'available', 'running', 'retryable')),
  kind              text        not null,
  payload           jsonb       not null default '{}',
  unique_key        text,
  correlation_id    text,
  lease_token       bigint,
  lease_incarnation bigint,
  lease_until       timestamptz,
  claimed_at        timestamptz,
  lease_owner       text,
  last_error        text,
  errors            jsonb,
  primary key (tenant_id, id),
  check (attempt between 0 and max_attempts and max_attempts between 1 and 100),
  check ((status = 'running') = (lease_token is not null))
) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 5000,
        autovacuum_vacuum_insert_scale_factor = 0.5, autovacuum_analyze_scale_factor = 0.5,
        autovacuum_vacuum_cost_delay = 0);
comment on column public.jobs.attempt is 'counted when it is claimed';
create unique index jobs_unique_key on public.jobs (tenant_id, kind, unique_key) where unique_key is not null;
create index jobs_available on public.jobs (kind, tenant_id, priority desc, due_at, id)
  where status = 'available' and crashes < 2;
create index jobs_suspected on public.jobs (kind, id) where status = 'available' and crashes >= 2;
create index jobs_to_come on public.jobs (due_at) where status in ('scheduled', 'retryable');
create index jobs_running on public.jobs (kind, tenant_id) where status = 'running';

--changeset media-enricher:0015-history
--comment What came to an end in good order. Only ever added to, and pruned from its old end, so a BRIN index tells the time.
create table public.jobs_history (
  tenant_id      uuid        not null,
  id             bigint      not null,
  due_at         timestamptz not null,
  created_at     timestamptz not null,
  claimed_at     timestamptz,
  ended_at       timestamptz not null default clock_timestamp(),
  priority       smallint    not null,
  attempt        smallint    not null,
  max_attempts   smallint    not null,
  status         text        not null check (status in ('completed', 'cancelled')),
  kind           text        not null,
  payload        jsonb       not null,
  unique_key     text,
  correlation_id text,
  lease_owner    text,
  errors         jsonb,
  primary key (tenant_id, id)
);
create index jobs_history_by_end on public.jobs_history using brin (ended_at) with (pages_per_range = 32, autosummarize = on);

--changeset media-enricher:0015-dlq
--comment What was given up, with the reason. Stays until somebody redrives or discards it, or retention ends.
create table public.jobs_dlq (
  tenant_id       uuid        not null,
  id              bigint      not null,
  due_at          timestamptz not null,
  created_at      timestamptz not null,
  claimed_at      timestamptz,
  ended_at        timestamptz not null default clock_timestamp(),
  priority        smallint    not null,
  attempt         smallint    not null,
  max_attempts    smallint    not null,
  payload_version smallint    not null,
  crashes         smallint    not null,
  status          text        not null default 'dead' check (status = 'dead'),
  kind            text        not null,
  payload         jsonb       not null,
  unique_key      text,
  correlation_id  text,
  lease_owner     text,
  reason          text        not null,
  errors          jsonb,
  primary key (tenant_id, id)
);
create index jobs_dlq_newest on public.jobs_dlq (tenant_id, kind, id desc);
create index jobs_dlq_by_end on public.jobs_dlq (ended_at);

--changeset media-enricher:0015-pauses
--comment A kind of job that is not begun for now: of one tenant, or of all under the tenant 0.
create table public.job_pauses (
  tenant_id uuid        not null,
  kind      text        not null,
  paused_at timestamptz not null default now(),
  paused_by text        not null,
  reason    text        not null,
  primary key (tenant_id, kind)
);

--changeset media-enricher:0015-actions
--comment Something done to many jobs at once: what was chosen, by whom and why, and how far it is.
create table public.job_actions (
  tenant_id uuid        not null,
  id        uuid        not null,
  action    text        not null check (action in ('redrive', 'discard')),
  filter    jsonb       not null,
  reason    text        not null,
  asked_by  text        not null,
  asked_at  timestamptz not null default now(),
  expected  bigint      not null,
  done      bigint      not null default 0,
  left_out  bigint      not null default 0,
  position  bigint      not null default 0,
  status    text        not null default 'running' check (status in ('running', 'completed')),
  ended_at  timestamptz,
  primary key (tenant_id, id)
);
create index job_actions_newest on public.job_actions (tenant_id, asked_at desc, id);

--changeset media-enricher:0015-row-security
alter table public.jobs enable row level security;
alter table public.jobs force row level security;
alter table public.jobs_history enable row level security;
alter table public.jobs_history force row level security;
alter table public.jobs_dlq enable row level security;
alter table public.jobs_dlq force row level security;
alter table public.job_pauses enable row level security;
alter table public.job_pauses force row level security;
alter table public.job_actions enable row level security;
alter table public.job_actions force row level security;

--changeset media-enricher:0015-policies splitStatements:false
--comment The same five times. Users read what is their tenant's, and change it with the right to steer the queue; which columns is in the grants. The service does the work: is_service is what it costs to ask with each job.
do $$
declare
  one text;
begin
  foreach one in array array['jobs', 'jobs_history', 'jobs_dlq', 'job_pauses', 'job_actions'] loop
    execute format($ddl$
      create policy users_read on public.%1$I for select to authenticated
        using (tenant_id = (select enricher.tenant_id()) and (select enricher.may('read')));
      create policy users_insert on public.%1$I for insert to authenticated
        with check (tenant_id = (select enricher.tenant_id()) and (select enricher.may('steer-queue')));
      create policy users_update on public.%1$I for update to authenticated
        using (tenant_id = (select enricher.tenant_id()) and (select enricher.may('steer-queue')))
        with check (tenant_id = (select enricher.tenant_id()) and (select enricher.may('steer-queue')));
      create policy users_delete on public.%1$I for delete to authenticated
        using (tenant_id = (select enricher.tenant_id()) and (select enricher.may('steer-queue')));
      create policy service_read on public.%1$I for select to service_role
        using ((select enricher.is_service())
          and ((select enricher.tenant_id()) is null or tenant_id = (select enricher.tenant_id())));
      create policy service_insert on public.%1$I for insert to service_role
        with check ((select enricher.is_service())
          and ((select enricher.tenant_id()) is null or tenant_id = (select enricher.tenant_id())));
      create policy service_update on public.%1$I for update to service_role
        using ((select enricher.is_service())
          and ((select enricher.tenant_id()) is null or tenant_id = (select enricher.tenant_id())))
        with check ((select enricher.is_service())
          and ((select enricher.tenant_id()) is null or tenant_id = (select enricher.tenant_id())));
      create policy service_delete on public.%1$I for delete to service_role
        using ((select enricher.is_service())
          and ((select enricher.tenant_id()) is null or tenant_id = (select enricher.tenant_id())));
      grant select, insert, update, delete on public.%1$I to service_role;
      grant select on public.%1$I to authenticated;
    $ddl$, one);
  end loop;
end
$$;

--changeset media-enricher:0015-grants
--comment What users change: they enqueue, cancel and hurry jobs, pause kinds, redrive and discard dead letters. Leases, attempts and errors are the server's.
grant usage on sequence enricher.job_ids to authenticated, service_role;
grant insert (tenant_id, id, due_at, created_at, priority, max_attempts, payload_version, status, kind, payload,
              unique_key, correlation_id, errors)
  on public.jobs to authenticated;
grant update (due_at, status, cancel_requested) on public.jobs to authenticated;
grant delete on public.jobs, public.jobs_dlq, public.job_pauses to authenticated;
grant insert on public.jobs_history, public.job_pauses to authenticated;
grant insert (tenant_id, id, action, filter, reason, asked_by, expected) on public.job_actions to authenticated;

--changeset media-enricher:0015-whole-lives
--comment Every job there is or was, wherever it is now.
create view public.jobs_all with (security_invoker = true) as
  select tenant_id, id, kind, status, priority, attempt, max_attempts, due_at, created_at, claimed_at,
         null::timestamptz as ended_at, lease_owner, unique_key, correlation_id, payload, errors,
         last_error as reason, cancel_requested
    from public.jobs
  union all
  select tenant_id, id, kind, status, priority, attempt, max_attempts, due_at, created_at, claimed_at,
         ended_at, lease_owner, unique_key, correlation_id, payload, errors, null, false
    from public.jobs_history
  union all
  select tenant_id, id, kind, status, priority, attempt, max_attempts, due_at, created_at, claimed_at,
         ended_at, lease_owner, unique_key, correlation_id, payload, errors, reason, false
    from public.jobs_dlq;
grant select on public.jobs_all to authenticated, service_role;

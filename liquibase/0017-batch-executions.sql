--liquibase formatted sql

--changeset media-enricher:0017-executions
--comment What every node's batch engine did, in one place: the engines' own tables are apart, one schema a node, and say STARTED for ever of what a crash ended. role: driver, who surveys a run and decides about it, or helper, who only works its slices. abandoned: the node died meanwhile.
create table public.batch_executions (
  tenant_id    uuid        not null,
  id           uuid        not null default gen_random_uuid(),
  run_id       uuid        not null,
  node         text        not null,
  incarnation  bigint      not null,
  execution_id bigint      not null,
  job          text        not null,
  role         text        not null check (role in ('driver', 'helper')),
  parameters   jsonb       not null default '{}',
  status       text        not null default 'running'
               check (status in ('running', 'completed', 'stopped', 'failed', 'abandoned')),
  exit_status  text,
  started_at   timestamptz not null default clock_timestamp(),
  ended_at     timestamptz,
  steps        jsonb       not null default '[]',
  primary key (tenant_id, id),
  foreign key (tenant_id, run_id) references public.media_enrich_runs (tenant_id, id) on delete cascade,
  constraint batch_executions_end check ((status = 'running') = (ended_at is null))
);
create index batch_executions_of_run on public.batch_executions (tenant_id, run_id, started_at, id);
create index batch_executions_running on public.batch_executions (incarnation) where status = 'running';
create index batch_executions_ended on public.batch_executions (ended_at) where status <> 'running';
alter table public.batch_executions enable row level security;
alter table public.batch_executions force row level security;
create policy users_read on public.batch_executions for select to authenticated
  using (tenant_id = (select enricher.tenant_id()) and (select enricher.may('read')));
create policy service_read on public.batch_executions for select to service_role
  using ((select enricher.may('read'))
    and ((select enricher.tenant_id()) is null or tenant_id = (select enricher.tenant_id())));
create policy service_insert on public.batch_executions for insert to service_role
  with check ((select enricher.may('steer-runs'))
    and ((select enricher.tenant_id()) is null or tenant_id = (select enricher.tenant_id())));
create policy service_update on public.batch_executions for update to service_role
  using ((select enricher.may('steer-runs'))
    and ((select enricher.tenant_id()) is null or tenant_id = (select enricher.tenant_id())))
  with check ((select enricher.may('steer-runs'))
    and ((select enricher.tenant_id()) is null or tenant_id = (select enricher.tenant_id())));
create policy service_delete on public.batch_executions for delete to service_role
  using ((select enricher.may('steer-runs'))
    and ((select enricher.tenant_id()) is null or tenant_id = (select enricher.tenant_id())));
grant select on public.batch_executions to authenticated;
grant select, insert, update, delete on public.batch_executions to service_role;

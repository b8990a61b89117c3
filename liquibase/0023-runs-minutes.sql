--liquibase formatted sql

--changeset media-enricher:0023-run-minutes
--comment How much a run did in each minute. Written with the run's own counters, under the same lock.
create table public.media_enrich_run_minutes (
  tenant_id uuid        not null,
  run_id    uuid        not null,
  minute    timestamptz not null,
  processed bigint      not null,
  failed    bigint      not null,
  primary key (tenant_id, run_id, minute),
  foreign key (tenant_id, run_id) references public.media_enrich_runs (tenant_id, id) on delete cascade
) with (fillfactor = 50);
create index media_enrich_run_minutes_newest on public.media_enrich_run_minutes (tenant_id, minute desc);
alter table public.media_enrich_run_minutes enable row level security;
alter table public.media_enrich_run_minutes force row level security;
create policy users_read on public.media_enrich_run_minutes for select to authenticated
  using (tenant_id = (select enricher.tenant_id()) and (select enricher.may('read')));
create policy service_read on public.media_enrich_run_minutes for select to service_role
  using ((select enricher.may('read'))
    and ((select enricher.tenant_id()) is null or tenant_id = (select enricher.tenant_id())));
create policy service_insert on public.media_enrich_run_minutes for insert to service_role
  with check ((select enricher.may('steer-runs'))
    and ((select enricher.tenant_id()) is null or tenant_id = (select enricher.tenant_id())));
create policy service_update on public.media_enrich_run_minutes for update to service_role
  using ((select enricher.may('steer-runs'))
    and ((select enricher.tenant_id()) is null or tenant_id = (select enricher.tenant_id())))
  with check ((select enricher.may('steer-runs'))
    and ((select enricher.tenant_id()) is null or tenant_id = (select enricher.tenant_id())));
create policy service_delete on public.media_enrich_run_minutes for delete to service_role
  using ((select enricher.may('steer-runs'))
    and ((select enricher.tenant_id()) is null or tenant_id = (select enricher.tenant_id())));
grant select on public.media_enrich_run_minutes to authenticated;
grant select, insert, update, delete on public.media_enrich_run_minutes to service_role;

--changeset media-enricher:0023-retry-code
--comment Of the failures of another run, only those with this code are to be tried again.
alter table public.media_enrich_runs add column retry_code text;
alter table public.media_enrich_runs add constraint media_enrich_runs_code_of_a_retry
  check (retry_code is null or retry_of is not null);
grant insert (retry_code) on public.media_enrich_runs to authenticated;

--changeset media-enricher:0023-run-filters
--comment For lists of runs in one state, or started by one person.
create index media_enrich_runs_by_status on public.media_enrich_runs (tenant_id, status, started_at desc, id desc);
create index media_enrich_runs_by_starter on public.media_enrich_runs (tenant_id, started_by, started_at desc, id desc);

--liquibase formatted sql

--changeset media-enricher:0005-runs
create table public.media_enrich_runs (
  tenant_id          uuid        not null references public.tenants (id),
  id                 uuid        not null,
  bucket             text        not null,
  prefix             text        not null default '',
  object_limit       bigint      check (object_limit > 0),
  mode               text        not null check (mode in ('changed', 'all', 'missing', 'failed')),
  skip_limit         bigint      check (skip_limit >= 0),
  retry_of           uuid,
  trigger            text        not null check (trigger in ('backfill', 'cron', 'retry')),
  status             text        not null default 'pending'
                     check (status in ('pending', 'running', 'stopping', 'stopped', 'completed', 'failed')),
  reason             text,
  started_at         timestamptz not null default now(),
  ended_at           timestamptz,
  surveyed           boolean     not null default false,
  total_files        bigint      not null default 0,
  processed_files    bigint      not null default 0,
  succeeded          bigint      not null default 0,
  failed             bigint      not null default 0,
  skipped            bigint      not null default 0,
  started_by         text        not null,
  idempotency_key    text,
  driver             text,
  driver_incarnation bigint,
  execution_id       bigint,
  outages            integer     not null default 0,
  resume_at          timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, bucket) references public.buckets (tenant_id, name),
  foreign key (tenant_id, retry_of) references public.media_enrich_runs (tenant_id, id),
  constraint media_enrich_runs_add_up check (processed_files = succeeded + failed + skipped)
) with (fillfactor = 50);
create unique index media_enrich_runs_one_active on public.media_enrich_runs (tenant_id, bucket, prefix)
  where status in ('pending', 'running', 'stopping');
create unique index media_enrich_runs_idempotency on public.media_enrich_runs (tenant_id, idempotency_key)
  where idempotency_key is not null;
create index media_enrich_runs_newest on public.media_enrich_runs (tenant_id, started_at desc, id);
create index media_enrich_runs_by_bucket on public.media_enrich_runs (tenant_id, bucket, started_at desc);
create index media_enrich_runs_retries on public.media_enrich_runs (tenant_id, retry_of) where retry_of is not null;
create index media_enrich_runs_active on public.media_enrich_runs (status)
  where status in ('pending', 'running', 'stopping');
alter table public.media_enrich_runs enable row level security;
alter table public.media_enrich_runs force row level security;
create policy runs_read on public.media_enrich_runs for select to authenticated
  using (tenant_id = (select enricher.tenant_id()));
create policy runs_open on public.media_enrich_runs for insert to authenticated
  with check (tenant_id = (select enricher.tenant_id()) and (select enricher.is_operator()));
create policy runs_steer on public.media_enrich_runs for update to authenticated
  using (tenant_id = (select enricher.tenant_id()) and (select enricher.is_operator()));
create policy runs_service on public.media_enrich_runs for all to service_role
  using ((select enricher.is_service())
    and ((select enricher.tenant_id()) is null or tenant_id = (select enricher.tenant_id())));
grant select, insert, update on public.media_enrich_runs to authenticated;
grant select, insert, update, delete on public.media_enrich_runs to service_role;

--changeset media-enricher:0005-slices
--comment One page of the survey: the work of a run cut into pieces that any node may lease. A slice holds the keys behind after_key up to last_key; position: the last key whose outcome is committed.
create table public.media_enrich_slices (
  tenant_id         uuid    not null,
  run_id            uuid    not null,
  number            integer not null,
  after_key         text    not null,
  last_key          text    not null,
  object_count      integer not null check (object_count > 0),
  position          text    not null default '',
  processed         integer not null default 0,
  status            text    not null default 'free' check (status in ('free', 'leased', 'done')),
  lease_owner       text,
  lease_incarnation bigint,
  lease_token       bigint,
  primary key (tenant_id, run_id, number),
  foreign key (tenant_id, run_id) references public.media_enrich_runs (tenant_id, id) on delete cascade
) with (fillfactor = 70);
create index media_enrich_slices_open on public.media_enrich_slices (tenant_id, run_id, number)
  where status <> 'done';
alter table public.media_enrich_slices enable row level security;
alter table public.media_enrich_slices force row level security;
create policy slices_read on public.media_enrich_slices for select to authenticated
  using (tenant_id = (select enricher.tenant_id()));
create policy slices_service on public.media_enrich_slices for all to service_role
  using ((select enricher.is_service())
    and ((select enricher.tenant_id()) is null or tenant_id = (select enricher.tenant_id())));
grant select on public.media_enrich_slices to authenticated;
grant select, insert, update, delete on public.media_enrich_slices to service_role;

--changeset media-enricher:0005-failures
--comment What could not be read, and why. resolved_at: when a later run, or a single enrichment, read it after all.
create table public.media_enrich_failures (
  tenant_id   uuid        not null,
  run_id      uuid        not null,
  path        text        not null collate "C",
  bucket      text        not null,
  code        text        not null,
  message     text        not null,
  size_bytes  bigint      not null,
  etag        text        not null,
  failed_at   timestamptz not null default now(),
  resolved_at timestamptz,
  primary key (tenant_id, run_id, path),
  foreign key (tenant_id, run_id) references public.media_enrich_runs (tenant_id, id) on delete cascade
);
create index media_enrich_failures_open on public.media_enrich_failures (tenant_id, bucket, path)
  where resolved_at is null;
create index media_enrich_failures_by_code on public.media_enrich_failures (tenant_id, run_id, code, path);
alter table public.media_enrich_failures enable row level security;
alter table public.media_enrich_failures force row level security;
create policy failures_read on public.media_enrich_failures for select to authenticated
  using (tenant_id = (select enricher.tenant_id()));
create policy failures_service on public.media_enrich_failures for all to service_role
  using ((select enricher.is_service())
    and ((select enricher.tenant_id()) is null or tenant_id = (select enricher.tenant_id())));
grant select on public.media_enrich_failures to authenticated;
grant select, insert, update, delete on public.media_enrich_failures to service_role;

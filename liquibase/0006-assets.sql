--liquibase formatted sql

--changeset media-enricher:0006-assets
--comment Typed columns for what people filter by; metadata holds every fact. writes counts how often the row was written, for the crash tests and for whoever wonders.
create table public.media_assets (
  tenant_id       uuid             not null references public.tenants (id),
  id              uuid             not null,
  bucket          text             not null,
  path            text             not null collate "C",
  status          text             not null check (status in ('pending', 'processing', 'ready', 'failed')),
  size_bytes      bigint           not null,
  etag            text             not null,
  content_type    text,
  width           integer,
  height          integer,
  orientation     smallint,
  rotation        smallint,
  captured_at     timestamptz,
  captured_local  timestamp,
  captured_offset text,
  captured_from   text,
  latitude        double precision,
  longitude       double precision,
  altitude        double precision,
  camera_make     text,
  camera_model    text,
  duration_ms     bigint,
  video_codec     text,
  audio_codec     text,
  frame_rate      double precision,
  audio_channels  smallint,
  page_count      integer,
  tags            text[]           not null default '{}',
  metadata        jsonb            not null default '{}',
  failure_code    text,
  failure_message text,
  run_id          uuid,
  writes          integer          not null default 1,
  enriched_at     timestamptz,
  created_at      timestamptz      not null default now(),
  updated_at      timestamptz      not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, bucket) references public.buckets (tenant_id, name),
  unique (tenant_id, bucket, path)
);
create index media_assets_by_capture on public.media_assets (tenant_id, captured_at) where captured_at is not null;
create index media_assets_by_tag on public.media_assets using gin (tags) with (fastupdate = on);
alter table public.media_assets enable row level security;
alter table public.media_assets force row level security;
create policy assets_read on public.media_assets for select to authenticated
  using (tenant_id = (select enricher.tenant_id()));
create policy assets_service on public.media_assets for all to service_role
  using ((select enricher.is_service())
    and ((select enricher.tenant_id()) is null or tenant_id = (select enricher.tenant_id())));
grant select on public.media_assets to authenticated;
grant select, insert, update, delete on public.media_assets to service_role;

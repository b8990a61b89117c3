--liquibase formatted sql

--changeset media-enricher:0003-tenants
create table public.tenants (
  id         uuid        primary key,
  name       text        not null check (name <> ''),
  created_at timestamptz not null default now()
);
alter table public.tenants enable row level security;
alter table public.tenants force row level security;
create policy tenants_read on public.tenants for select to authenticated
  using (id = (select enricher.tenant_id()));
create policy tenants_service on public.tenants for all to service_role
  using ((select enricher.is_service())
    and ((select enricher.tenant_id()) is null or id = (select enricher.tenant_id())));
grant select on public.tenants to authenticated;
grant select, insert, update, delete on public.tenants to service_role;

--changeset media-enricher:0003-buckets
--comment location: with S3 the bucket's name there, on a filesystem the folder under the root of the store.
create table public.buckets (
  tenant_id          uuid        not null references public.tenants (id),
  name               text        not null check (name ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$'),
  location           text        not null check (location <> ''),
  public             boolean     not null default false,
  file_size_limit    bigint      check (file_size_limit > 0),
  allowed_mime_types text[],
  created_at         timestamptz not null default now(),
  primary key (tenant_id, name)
);
alter table public.buckets enable row level security;
alter table public.buckets force row level security;
create policy buckets_read on public.buckets for select to authenticated
  using (tenant_id = (select enricher.tenant_id()));
create policy buckets_service on public.buckets for all to service_role
  using ((select enricher.is_service())
    and ((select enricher.tenant_id()) is null or tenant_id = (select enricher.tenant_id())));
grant select on public.buckets to authenticated;
grant select, insert, update, delete on public.buckets to service_role;

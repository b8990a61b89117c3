--liquibase formatted sql

--changeset media-enricher:0014-operators
--comment Who signs in to the console with a name and a password. Not in schema public, which other servers on the same database may publish; and nobody but the server itself reads a hash.
create table enricher.operators (
  tenant_id           uuid        not null references public.tenants (id),
  id                  uuid        not null,
  name                text        not null check (name ~ '^[^[:cntrl:]]{1,100}$' and name = btrim(name)),
  user_role           text        not null check (user_role in ('viewer', 'operator', 'admin')),
  disabled            boolean     not null default false,
  password_hash       text        not null,
  password_changed_at timestamptz not null default clock_timestamp(),
  created_at          timestamptz not null default clock_timestamp(),
  created_by          text        not null,
  primary key (tenant_id, id),
  unique (tenant_id, name)
);
create index operators_by_name on enricher.operators (name);
alter table enricher.operators enable row level security;
alter table enricher.operators force row level security;
create policy admins_read on enricher.operators for select to authenticated
  using (tenant_id = (select enricher.tenant_id()) and (select enricher.may('manage-users')));
create policy admins_insert on enricher.operators for insert to authenticated
  with check (tenant_id = (select enricher.tenant_id()) and (select enricher.may('manage-users')));
create policy admins_update on enricher.operators for update to authenticated
  using (tenant_id = (select enricher.tenant_id()) and (select enricher.may('manage-users')))
  with check (tenant_id = (select enricher.tenant_id()) and (select enricher.may('manage-users')));
create policy admins_delete on enricher.operators for delete to authenticated
  using (tenant_id = (select enricher.tenant_id()) and (select enricher.may('manage-users')));
create policy service_read on enricher.operators for select to service_role
  using ((select enricher.may('manage-users'))
    and ((select enricher.tenant_id()) is null or tenant_id = (select enricher.tenant_id())));
create policy service_insert on enricher.operators for insert to service_role
  with check ((select enricher.may('manage-users'))
    and ((select enricher.tenant_id()) is null or tenant_id = (select enricher.tenant_id())));
create policy service_update on enricher.operators for update to service_role
  using ((select enricher.may('manage-users'))
    and ((select enricher.tenant_id()) is null or tenant_id = (select enricher.tenant_id())))
  with check ((select enricher.may('manage-users'))
    and ((select enricher.tenant_id()) is null or tenant_id = (select enricher.tenant_id())));
create policy service_delete on enricher.operators for delete to service_role
  using ((select enricher.may('manage-users'))
    and ((select enricher.tenant_id()) is null or tenant_id = (select enricher.tenant_id())));
grant select (tenant_id, id, name, user_role, disabled, password_changed_at, created_at, created_by),
      insert, update (user_role, disabled, password_hash, password_changed_at), delete
  on enricher.operators to authenticated;
grant select, insert, update, delete on enricher.operators to service_role;

--changeset media-enricher:0014-console-sessions
--comment Who is signed in. Of the secret in the browser's cookie only a hash is here. With operator_id it is one of enricher.operators, whose role counts as it stands now; with key_id somebody with a token of the issuer, for as long as the key that signed it is good.
create table enricher.console_sessions (
  tenant_id   uuid        not null references public.tenants (id),
  secret_hash text        not null,
  operator_id uuid,
  subject     text        not null,
  user_role   text        check (user_role in ('viewer', 'operator', 'admin')),
  key_id      text,
  created_at  timestamptz not null default clock_timestamp(),
  seen_at     timestamptz not null default clock_timestamp(),
  expires_at  timestamptz not null,
  primary key (tenant_id, secret_hash),
  foreign key (tenant_id, operator_id) references enricher.operators (tenant_id, id) on delete cascade,
  constraint console_sessions_of_one_kind check ((operator_id is null) = (key_id is not null and user_role is not null))
);
create index console_sessions_by_operator on enricher.console_sessions (tenant_id, operator_id)
  where operator_id is not null;
create index console_sessions_by_end on enricher.console_sessions (tenant_id, expires_at);
alter table enricher.console_sessions enable row level security;
alter table enricher.console_sessions force row level security;
create policy service_read on enricher.console_sessions for select to service_role
  using ((select enricher.is_service()) and tenant_id = (select enricher.tenant_id()));
create policy service_insert on enricher.console_sessions for insert to service_role
  with check ((select enricher.is_service()) and tenant_id = (select enricher.tenant_id()));
create policy service_update on enricher.console_sessions for update to service_role
  using ((select enricher.is_service()) and tenant_id = (select enricher.tenant_id()))
  with check ((select enricher.is_service()) and tenant_id = (select enricher.tenant_id()));
create policy service_delete on enricher.console_sessions for delete to service_role
  using ((select enricher.is_service()) and tenant_id = (select enricher.tenant_id()));
grant select, insert, update, delete on enricher.console_sessions to service_role;

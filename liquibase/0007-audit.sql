--liquibase formatted sql

--changeset media-enricher:0007-invocations
--comment Who asked for what, and how it ended. Written in the transaction of the act.
create table audit.enricher_invocations (
  tenant_id      uuid        not null,
  id             bigint      not null generated always as identity,
  invoked_at     timestamptz not null default clock_timestamp(),
  user_id        text        not null,
  role           text        not null,
  user_role      text,
  action         text        not null,
  subject        jsonb       not null default '{}',
  result         text        not null,
  correlation_id text,
  primary key (tenant_id, id)
);
create index enricher_invocations_newest on audit.enricher_invocations (tenant_id, invoked_at desc);
alter table audit.enricher_invocations enable row level security;
alter table audit.enricher_invocations force row level security;
create policy invocations_write on audit.enricher_invocations for insert to authenticated
  with check (tenant_id = (select enricher.tenant_id()));
create policy invocations_read on audit.enricher_invocations for select to authenticated
  using (tenant_id = (select enricher.tenant_id()) and (select enricher.is_admin()));
create policy invocations_service_write on audit.enricher_invocations for insert to service_role
  with check ((select enricher.is_service())
    and ((select enricher.tenant_id()) is null or tenant_id = (select enricher.tenant_id())));
create policy invocations_service_read on audit.enricher_invocations for select to service_role
  using ((select enricher.is_service())
    and ((select enricher.tenant_id()) is null or tenant_id = (select enricher.tenant_id())));
grant select, insert on audit.enricher_invocations to authenticated, service_role;

--changeset media-enricher:0007-append-only splitStatements:false
--comment Whoever holds the right to change it still may not; only the owner of the trigger can take it away.
create function audit.refuse_change() returns trigger language plpgsql set search_path = '' as
$$
begin
  raise exception 'audit.enricher_invocations is append-only: % refused', tg_op
    using errcode = 'insufficient_privilege';
end
$$;

--changeset media-enricher:0007-append-only-trigger
create trigger append_only before update or delete on audit.enricher_invocations
  for each row execute function audit.refuse_change();
create trigger append_only_truncate before truncate on audit.enricher_invocations
  for each statement execute function audit.refuse_change();

--liquibase formatted sql

--changeset media-enricher:0025-subjects
--comment What each entry of the audit log is about, value by value, so that all entries about one run, or one asset, are found at once: under row-level security no index over the JSON itself is used, for its operators are not leakproof. A copy for finding; what counts, and what the chain covers, is the entry.
create table audit.invocation_subjects (
  tenant_id     uuid        not null,
  value         text        not null collate "C",
  invoked_at    timestamptz not null,
  invocation_id bigint      not null,
  primary key (tenant_id, value, invoked_at, invocation_id)
);
alter table audit.invocation_subjects enable row level security;
alter table audit.invocation_subjects force row level security;
create policy users_read on audit.invocation_subjects for select to authenticated
  using (tenant_id = (select enricher.tenant_id()) and (select enricher.may('read-audit')));
create policy service_read on audit.invocation_subjects for select to service_role
  using ((select enricher.may('read-audit'))
    and ((select enricher.tenant_id()) is null or tenant_id = (select enricher.tenant_id())));
create policy owner_read on audit.invocation_subjects for select to current_user
  using ((select enricher.is_service()));
create policy owner_insert on audit.invocation_subjects for insert to current_user
  with check ((select enricher.is_service()));
grant select on audit.invocation_subjects to authenticated, service_role;

--changeset media-enricher:0025-note-subject splitStatements:false
--comment Under the claims of the service, as the chain is; nobody writes here but this. Longer values are not what anybody looks for.
create function audit.note_subject() returns trigger language plpgsql security definer set search_path = '' as
$$
declare
  claims_of_the_caller text := current_setting('request.jwt.claims', true);
begin
  perform set_config('request.jwt.claims', '{"role":"service_role"}', true);
  insert into audit.invocation_subjects (tenant_id, value, invoked_at, invocation_id)
  select distinct new.tenant_id, s.value, new.invoked_at, new.id
    from jsonb_each_text(case when jsonb_typeof(new.subject) = 'object' then new.subject else '{}' end) as s
   where length(s.value) between 1 and 300;
  perform set_config('request.jwt.claims', coalesce(claims_of_the_caller, ''), true);
  return null;
end
$$;
revoke execute on function audit.note_subject() from public;

--changeset media-enricher:0025-first-subjects splitStatements:false
--comment The trigger waits for all who write to the log, and lets none in before the commit.
create trigger subject_noted after insert on audit.enricher_invocations
  for each row execute function audit.note_subject();
do $$
begin
  perform set_config('request.jwt.claims', '{"role":"service_role"}', true);
  insert into audit.invocation_subjects (tenant_id, value, invoked_at, invocation_id)
  select distinct i.tenant_id, s.value, i.invoked_at, i.id
    from audit.enricher_invocations i
   cross join jsonb_each_text(case when jsonb_typeof(i.subject) = 'object' then i.subject else '{}' end) as s
   where length(s.value) between 1 and 300;
end
$$;

--changeset media-enricher:0025-append-only
create trigger append_only before update or delete on audit.invocation_subjects
  for each row execute function audit.refuse_change();
create trigger append_only_truncate before truncate on audit.invocation_subjects
  for each statement execute function audit.refuse_change();

--changeset media-enricher:0025-filters
--comment One for each thing people filter the log by, each in the order it is shown in.
create index enricher_invocations_by_user on audit.enricher_invocations (tenant_id, user_id, invoked_at desc, id desc);
create index enricher_invocations_by_action on audit.enricher_invocations (tenant_id, action, invoked_at desc, id desc);
create index enricher_invocations_by_result on audit.enricher_invocations (tenant_id, result, invoked_at desc, id desc);

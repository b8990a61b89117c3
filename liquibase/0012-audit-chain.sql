--liquibase formatted sql

--changeset media-enricher:0012-refuse-change splitStatements:false
--comment As in 0007, for more than one table.
create or replace function audit.refuse_change() returns trigger language plpgsql set search_path = '' as
$$
begin
  raise exception '%.% is append-only: % refused', tg_table_schema, tg_table_name, tg_op
    using errcode = 'insufficient_privilege';
end
$$;

--changeset media-enricher:0012-chain
--comment Each entry of a tenant's audit log in the order of commits, with a hash over the entry and the hash before it: whoever changes, removes or slips in an entry afterwards has to forge all hashes behind it, and the head that somebody wrote down.
create table audit.invocation_chain (
  tenant_id     uuid   not null,
  position      bigint not null,
  invocation_id bigint not null,
  hash          bytea  not null,
  primary key (tenant_id, position),
  unique (tenant_id, invocation_id)
);
create table audit.chain_heads (
  tenant_id uuid   primary key,
  position  bigint not null,
  hash      bytea  not null
) with (fillfactor = 50);
alter table audit.invocation_chain enable row level security;
alter table audit.invocation_chain force row level security;
alter table audit.chain_heads enable row level security;
alter table audit.chain_heads force row level security;

--changeset media-enricher:0012-readers
create policy users_read on audit.invocation_chain for select to authenticated
  using (tenant_id = (select enricher.tenant_id()) and (select enricher.may('read-audit')));
create policy service_read on audit.invocation_chain for select to service_role
  using ((select enricher.may('read-audit'))
    and ((select enricher.tenant_id()) is null or tenant_id = (select enricher.tenant_id())));
create policy users_read on audit.chain_heads for select to authenticated
  using (tenant_id = (select enricher.tenant_id()) and (select enricher.may('read-audit')));
create policy service_read on audit.chain_heads for select to service_role
  using ((select enricher.may('read-audit'))
    and ((select enricher.tenant_id()) is null or tenant_id = (select enricher.tenant_id())));
grant select on audit.invocation_chain, audit.chain_heads to authenticated, service_role;

--changeset media-enricher:0012-owner
--comment Row-level security is forced, so an owner without BYPASSRLS needs policies too. He has to claim to do the server's work, as the functions below do while they run.
create policy owner_read on audit.enricher_invocations for select to current_user
  using ((select enricher.is_service()));
create policy owner_read on audit.invocation_chain for select to current_user
  using ((select enricher.is_service()));
create policy owner_insert on audit.invocation_chain for insert to current_user
  with check ((select enricher.is_service()));
create policy owner_read on audit.chain_heads for select to current_user
  using ((select enricher.is_service()));
create policy owner_insert on audit.chain_heads for insert to current_user
  with check ((select enricher.is_service()));
create policy owner_update on audit.chain_heads for update to current_user
  using ((select enricher.is_service()))
  with check ((select enricher.is_service()));

--changeset media-enricher:0012-link splitStatements:false
--comment The hash of an entry: a JSON array of its columns in this order, which no two entries share, and in which time is a number, so that no setting of a session changes it. A column that is added later gets another version of this function, which leaves the hashes of rows without it as they are.
create function audit.link(previous bytea, entry audit.enricher_invocations) returns bytea
  language sql stable set search_path = '' as
$$
  select sha256(previous || convert_to(jsonb_build_array(
    entry.tenant_id, entry.id, (extract(epoch from entry.invoked_at) * 1000000)::bigint, entry.user_id, entry.role,
    entry.user_role, entry.action, entry.subject, entry.result, entry.correlation_id)::text, 'UTF8'))
$$;

--changeset media-enricher:0012-append splitStatements:false
--comment Last of all in a transaction, at its commit: the lock on the tenant's head is held for the commit alone, and whoever holds it waits for no row of the act any more, so that nobody waits in a circle.
create function audit.append_to_chain() returns trigger language plpgsql security definer set search_path = '' as
$$
declare
  claims_of_the_caller text := current_setting('request.jwt.claims', true);
begin
  perform set_config('request.jwt.claims', '{"role":"service_role"}', true);
  with head as (
    insert into audit.chain_heads as known (tenant_id, position, hash)
    values (new.tenant_id, 1, audit.link('', new))
    on conflict (tenant_id) do update
      set position = known.position + 1, hash = audit.link(known.hash, new)
    returning tenant_id, position, hash)
  insert into audit.invocation_chain (tenant_id, position, invocation_id, hash)
  select h.tenant_id, h.position, new.id, h.hash from head h;
  perform set_config('request.jwt.claims', coalesce(claims_of_the_caller, ''), true);
  return null;
end
$$;

--changeset media-enricher:0012-first-entries splitStatements:false
--comment The trigger waits for all who write to the log, and lets none in before the commit. What they wrote until now enters in the order of its numbers.
create constraint trigger chained after insert on audit.enricher_invocations
  deferrable initially deferred for each row execute function audit.append_to_chain();
do $$
declare
  entry    audit.enricher_invocations;
  tenant   uuid;
  place    bigint;
  previous bytea;
begin
  perform set_config('request.jwt.claims', '{"role":"service_role"}', true);
  for entry in select i.* from audit.enricher_invocations i order by i.tenant_id, i.id loop
    if entry.tenant_id is distinct from tenant then
      tenant := entry.tenant_id;
      place := 0;
      previous := '';
    end if;
    place := place + 1;
    previous := audit.link(previous, entry);
    insert into audit.invocation_chain values (tenant, place, entry.id, previous);
  end loop;
  insert into audit.chain_heads
  select distinct on (c.tenant_id) c.tenant_id, c.position, c.hash
    from audit.invocation_chain c order by c.tenant_id, c.position desc;
end
$$;

--changeset media-enricher:0012-append-only splitStatements:false
--comment A head goes forward, one entry at a time.
create trigger append_only before update or delete on audit.invocation_chain
  for each row execute function audit.refuse_change();
create trigger append_only_truncate before truncate on audit.invocation_chain
  for each statement execute function audit.refuse_change();
create trigger forward_only before update on audit.chain_heads
  for each row when (new.tenant_id <> old.tenant_id or new.position <> old.position + 1)
  execute function audit.refuse_change();
create trigger append_only before delete on audit.chain_heads
  for each row execute function audit.refuse_change();
create trigger append_only_truncate before truncate on audit.chain_heads
  for each statement execute function audit.refuse_change();

--changeset media-enricher:0012-check splitStatements:false
--comment For whoever sees the rows: the owner, and the service; under the claims of one tenant, of that tenant.
create function audit.check_chain(tenant uuid, expected text default null)
  returns table (place bigint, invocation bigint, problem text) language sql stable set search_path = '' as
$$
  with links as (
    select c.position, c.invocation_id, c.hash,
           lag(c.position, 1, 0::bigint) over way as position_before,
           lag(c.hash, 1, ''::bytea) over way as hash_before
      from audit.invocation_chain c
     where c.tenant_id = tenant
    window way as (order by c.position)),
  judged as (
    select l.position, l.invocation_id,
           case when l.position <> l.position_before + 1 then 'gap'
                when i.id is null then 'missing'
                when l.hash <> audit.link(l.hash_before, i) then 'changed'
           end as problem
      from links l
      left join audit.enricher_invocations i on i.tenant_id = tenant and i.id = l.invocation_id),
  last_link as (
    select l.position, l.hash from links l order by l.position desc limit 1),
  head as (
    select h.position, h.hash from audit.chain_heads h where h.tenant_id = tenant)
  select j.position, j.invocation_id, j.problem from judged j where j.problem is not null
  union all
  select null, i.id, 'outside'
    from audit.enricher_invocations i
   where i.tenant_id = tenant
     and not exists (select from audit.invocation_chain c where c.tenant_id = tenant and c.invocation_id = i.id)
  union all
  select coalesce(h.position, l.position), null, 'head'
    from last_link l full join head h on true
   where (h.position, h.hash) is distinct from (l.position, l.hash)
  union all
  select null, null, 'cut'
   where expected is not null
     and not exists (select from links l where encode(l.hash, 'hex') = lower(expected))
  order by 1 nulls last, 2
$$;
comment on function audit.check_chain is
  'What is wrong with the audit log of a tenant; no row when nothing is. changed: the entry, or the link before it, is not what was chained. missing: the entry is gone. gap: a link is gone. outside: an entry that was never chained. head: the chain does not end where it should. cut: it never had the expected head, or lost it.';

--changeset media-enricher:0012-chains splitStatements:false
--comment All tenants whose rows the asker sees, also those without a head. expected: heads that were written down earlier, each tenant:hash; they have to be in the chain still.
create function audit.chains(expected text[] default '{}')
  returns table (tenant uuid, entries bigint, head text, verdict text) language sql stable set search_path = '' as
$$
  with awaited as (
    select split_part(x, ':', 1)::uuid as tenant_id, split_part(x, ':', 2) as hash from unnest(expected) as x),
  known as (
    select i.tenant_id from audit.enricher_invocations i
    union select c.tenant_id from audit.invocation_chain c
    union select h.tenant_id from audit.chain_heads h
    union select a.tenant_id from awaited a)
  select k.tenant_id, coalesce(h.position, 0), encode(h.hash, 'hex'),
         coalesce((select format('%s at place %s, entry %s', p.problem, coalesce(p.place::text, '-'),
                                 coalesce(p.invocation::text, '-'))
                     from audit.check_chain(k.tenant_id, a.hash) as p limit 1), 'whole')
    from known k
    left join audit.chain_heads h on h.tenant_id = k.tenant_id
    left join awaited a on a.tenant_id = k.tenant_id
   order by k.tenant_id
$$;

--changeset media-enricher:0012-grants
revoke execute on function audit.refuse_change(), audit.link(bytea, audit.enricher_invocations),
  audit.append_to_chain(), audit.check_chain(uuid, text), audit.chains(text[]) from public;
grant execute on function audit.link(bytea, audit.enricher_invocations), audit.check_chain(uuid, text),
  audit.chains(text[]) to service_role;

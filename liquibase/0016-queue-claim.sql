--liquibase formatted sql

--changeset media-enricher:0016-claim splitStatements:false
--comment Claims jobs of one kind for a node, fair over tenants: it walks the tenants that have any, on from the one it is told, and takes the first jobs of each in turn. Where a kind is limited over all nodes, or for each tenant, claims of that kind go one after another, for else two of them would count the same jobs. The snapshot of the claim is taken behind that lock, which is why this is a function. Its lists are materialized: a plan that asked again for "the next ones, skip locked" would claim more than it answers.
create function enricher.claim_jobs(
  of_kind text, newest_version integer, wanted integer, behind uuid,
  most_running integer, most_of_tenant integer, node text, incarnation bigint, hold interval)
returns table (
  tenant_id uuid, id bigint, payload_version smallint, payload text, attempt smallint, max_attempts smallint,
  crashes smallint, setbacks smallint, correlation_id text, due_at timestamptz, lease_token bigint)
language plpgsql set search_path = '' as
$$
#variable_conflict use_column
declare
  token bigint := nextval('enricher.fencing_tokens');
begin
  if most_running is not null or most_of_tenant is not null then
    perform pg_advisory_xact_lock(hashtextextended('claim ' || of_kind, 0));
    wanted := least(wanted, most_running - (
      select count(*) from public.jobs j where j.kind = of_kind and j.status = 'running'));
  end if;
  return query
  with recursive ahead as (
    (select j.tenant_id, 1 as place from public.jobs j
      where j.kind = of_kind and j.status = 'available' and j.crashes < 2 and j.tenant_id > behind and wanted > 0
      order by j.tenant_id limit 1)
    union all
    select n.tenant_id, a.place + 1
      from ahead a
     cross join lateral (
       select j.tenant_id from public.jobs j
        where j.kind = of_kind and j.status = 'available' and j.crashes < 2 and j.tenant_id > a.tenant_id
        order by j.tenant_id limit 1) n
     where a.place < least(wanted, 100)),
  around as (
    (select j.tenant_id, 1 as place from public.jobs j
      where j.kind = of_kind and j.status = 'available' and j.crashes < 2 and j.tenant_id <= behind
        and (select count(*) from ahead) < least(wanted, 100)
      order by j.tenant_id limit 1)
    union all
    select n.tenant_id, a.place + 1
      from around a
     cross join lateral (
       select j.tenant_id from public.jobs j
        where j.kind = of_kind and j.status = 'available' and j.crashes < 2 and j.tenant_id > a.tenant_id
          and j.tenant_id <= behind
        order by j.tenant_id limit 1) n
     where a.place + (select count(*) from ahead) < least(wanted, 100)),
  walked as materialized (
    select w.tenant_id, w.place
      from (select h.tenant_id, h.place from ahead h
            union all
            select r.tenant_id, 100 + r.place from around r) w
     where not exists (
       select from public.job_pauses p
        where p.kind = of_kind and p.tenant_id in (w.tenant_id, '00000000-0000-0000-0000-000000000000'))),
  shares as materialized (
    select w.tenant_id, w.place,
           least(
             ceil(wanted::numeric / count(*) over ())::integer,
             most_of_tenant - (select count(*) from public.jobs r
                                where r.kind = of_kind and r.status = 'running' and r.tenant_id = w.tenant_id)
           ) as share
      from walked w),
  picked as materialized (
    select mine.tenant_id, mine.id
      from shares s
     cross join lateral (
       select j.tenant_id, j.id from public.jobs j
        where j.kind = of_kind and j.status = 'available' and j.crashes < 2 and j.tenant_id = s.tenant_id
          and j.payload_version <= newest_version
        order by j.priority desc, j.due_at, j.id
        limit greatest(s.share, 0)
        for update skip locked) mine
     limit greatest(wanted, 0))
  update public.jobs j
     set status = 'running', attempt = j.attempt + 1, lease_owner = node, lease_incarnation = incarnation,
         lease_token = token, lease_until = clock_timestamp() + hold, claimed_at = clock_timestamp()
    from picked p
   where j.tenant_id = p.tenant_id and j.id = p.id
  returning j.tenant_id, j.id, j.payload_version, j.payload::text, j.attempt, j.max_attempts, j.crashes, j.setbacks,
            j.correlation_id, j.due_at, j.lease_token;
end
$$;

--changeset media-enricher:0016-claim-suspect splitStatements:false
--comment A job whose node died during it twice may be what kills them. It is claimed alone, and the node claims no second one meanwhile, so it takes no other with it a third time.
create function enricher.claim_suspect(
  of_kind text, newest_version integer, node text, incarnation bigint, hold interval)
returns table (
  tenant_id uuid, id bigint, payload_version smallint, payload text, attempt smallint, max_attempts smallint,
  crashes smallint, setbacks smallint, correlation_id text, due_at timestamptz, lease_token bigint)
language sql set search_path = '' as
$$
  with picked as materialized (
    select j.tenant_id, j.id from public.jobs j
     where j.kind = of_kind and j.status = 'available' and j.crashes >= 2 and j.payload_version <= newest_version
       and not exists (
         select from public.job_pauses p
          where p.kind = of_kind and p.tenant_id in (j.tenant_id, '00000000-0000-0000-0000-000000000000'))
     order by j.id limit 1 for update skip locked)
  update public.jobs j
     set status = 'running', attempt = j.attempt + 1, lease_owner = node, lease_incarnation = incarnation,
         lease_token = nextval('enricher.fencing_tokens'), lease_until = clock_timestamp() + hold,
         claimed_at = clock_timestamp()
    from picked p
   where j.tenant_id = p.tenant_id and j.id = p.id
  returning j.tenant_id, j.id, j.payload_version, j.payload::text, j.attempt, j.max_attempts, j.crashes, j.setbacks,
            j.correlation_id, j.due_at, j.lease_token
$$;

--changeset media-enricher:0016-grants
revoke execute on function enricher.claim_jobs(text, integer, integer, uuid, integer, integer, text, bigint, interval)
  from public;
revoke execute on function enricher.claim_suspect(text, integer, text, bigint, interval) from public;
grant execute on function enricher.claim_jobs(text, integer, integer, uuid, integer, integer, text, bigint, interval)
  to service_role;
grant execute on function enricher.claim_suspect(text, integer, text, bigint, interval) to service_role;

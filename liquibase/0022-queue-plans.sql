--liquibase formatted sql

--changeset media-enricher:0022-claim-plans
--comment The table of jobs is empty one minute and holds a million rows the next, and statistics follow later: what was planned for the empty one would read all of the full one, again and again. There is an index for each of these steps, so nothing else is to be planned.
alter function enricher.claim_jobs(text, integer, integer, uuid, integer, integer, text, bigint, interval)
  set enable_seqscan = off;
alter function enricher.claim_jobs(text, integer, integer, uuid, integer, integer, text, bigint, interval)
  set enable_bitmapscan = off;
alter function enricher.claim_jobs(text, integer, integer, uuid, integer, integer, text, bigint, interval)
  set enable_hashjoin = off;
alter function enricher.claim_jobs(text, integer, integer, uuid, integer, integer, text, bigint, interval)
  set enable_mergejoin = off;
alter function enricher.claim_suspect(text, integer, text, bigint, interval) set enable_seqscan = off;

--changeset media-enricher:0022-leave splitStatements:false
--comment Jobs leave in good order, completed or cancelled; those that are held no longer under the given token stay. Answers how many left.
create function enricher.end_jobs(tenants uuid[], ids bigint[], tokens bigint[], as_status text) returns integer
language plpgsql set search_path = '' set plan_cache_mode = force_generic_plan set enable_seqscan = off
  set enable_bitmapscan = off set enable_hashjoin = off set enable_mergejoin = off as
$$
declare
  many integer;
begin
  with ended as materialized (
    select * from unnest(tenants, ids, tokens) as e (tenant_id, id, token)),
  gone as (
    delete from public.jobs j using ended e
     where j.tenant_id = e.tenant_id and j.id = e.id and j.status = 'running' and j.lease_token = e.token
    returning j.*)
  insert into public.jobs_history
    (tenant_id, id, due_at, created_at, claimed_at, priority, attempt, max_attempts, status, kind, payload,
     unique_key, correlation_id, lease_owner, errors)
  select tenant_id, id, due_at, created_at, claimed_at, priority, attempt, max_attempts, as_status, kind, payload,
         unique_key, correlation_id, lease_owner, errors
    from gone;
  get diagnostics many = row_count;
  return many;
end
$$;

--changeset media-enricher:0022-leave-one splitStatements:false
--comment The same for one job, in the transaction of what it did. Answers whether it was held still.
create function enricher.complete_job(of_tenant uuid, of_id bigint, token bigint) returns boolean
language plpgsql set search_path = '' set plan_cache_mode = force_generic_plan set enable_seqscan = off
  set enable_bitmapscan = off as
$$
begin
  with gone as (
    delete from public.jobs j
     where j.tenant_id = of_tenant and j.id = of_id and j.status = 'running' and j.lease_token = token
    returning j.*)
  insert into public.jobs_history
    (tenant_id, id, due_at, created_at, claimed_at, priority, attempt, max_attempts, status, kind, payload,
     unique_key, correlation_id, lease_owner, errors)
  select tenant_id, id, due_at, created_at, claimed_at, priority, attempt, max_attempts, 'completed', kind, payload,
         unique_key, correlation_id, lease_owner, errors
    from gone;
  return found;
end
$$;

--changeset media-enricher:0022-grants
revoke execute on function enricher.end_jobs(uuid[], bigint[], bigint[], text) from public;
revoke execute on function enricher.complete_job(uuid, bigint, bigint) from public;
grant execute on function enricher.end_jobs(uuid[], bigint[], bigint[], text) to service_role;
grant execute on function enricher.complete_job(uuid, bigint, bigint) to service_role;

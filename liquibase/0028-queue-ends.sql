--liquibase formatted sql

--changeset media-enricher:0028-leave splitStatements:false
--comment A job is found by its key alone. That it runs is said by its token (a check of the table); where the state is named too, the index of all that run seems cheaper while the table is small, and a thousand jobs then read it a thousand times.
create or replace function enricher.end_jobs(tenants uuid[], ids bigint[], tokens bigint[], as_status text) returns integer
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
     where j.tenant_id = e.tenant_id and j.id = e.id and j.lease_token = e.token
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

--changeset media-enricher:0028-leave-one splitStatements:false
--comment The same for one job, in the transaction of what it did. Answers whether it was held still.
create or replace function enricher.complete_job(of_tenant uuid, of_id bigint, token bigint) returns boolean
language plpgsql set search_path = '' set plan_cache_mode = force_generic_plan set enable_seqscan = off
  set enable_bitmapscan = off as
$$
begin
  with gone as (
    delete from public.jobs j
     where j.tenant_id = of_tenant and j.id = of_id and j.lease_token = token
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

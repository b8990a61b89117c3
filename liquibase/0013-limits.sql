--liquibase formatted sql

--changeset media-enricher:0013-rate-buckets
--comment A token bucket a row: of a caller within a tenant, and under an empty caller of the tenant as a whole. All that is kept of it is the instant at which it will be full again: each token taken moves that instant on by the time one token needs. refused_at: its last refusal. Unlogged: after a crash every bucket is full, and no request waits for the disk.
create unlogged table enricher.rate_buckets (
  tenant_id  uuid        not null,
  caller     bytea       not null,
  full_at    timestamptz not null default '-infinity',
  refused_at timestamptz not null default '-infinity',
  primary key (tenant_id, caller)
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.05);

--changeset media-enricher:0013-bucket-tenant splitStatements:false
--comment Whose buckets the function that runs takes from.
create function enricher.bucket_tenant() returns uuid language sql stable set search_path = '' as
$$
  select nullif(current_setting('enricher.bucket_tenant', true), '')::uuid
$$;

--changeset media-enricher:0013-idle-before splitStatements:false
--comment A bucket that was full before, and had no refusal since, is as good as none.
create function enricher.idle_before() returns timestamptz language sql stable set search_path = '' as
$$
  select statement_timestamp() - interval '1 minute'
$$;

--changeset media-enricher:0013-policies
--comment No role holds a right to it: two functions of its owner are the only way. Even the owner sees, of one tenant, the buckets it is taking from, and else those that nobody would miss, for they are full and at peace.
alter table enricher.rate_buckets enable row level security;
alter table enricher.rate_buckets force row level security;
create policy rate_buckets_take on enricher.rate_buckets for all to current_user
  using (tenant_id = (select enricher.bucket_tenant()));
create policy rate_buckets_sweep on enricher.rate_buckets for all to current_user
  using (greatest(full_at, refused_at) < (select enricher.idle_before()));

--changeset media-enricher:0013-locked-bucket splitStatements:false
--comment The bucket as it is now, held until the end of the transaction; made where there is none.
create function enricher.locked_bucket(of_tenant uuid, of_caller bytea) returns enricher.rate_buckets
language plpgsql set search_path = '' as
$$
declare
  bucket enricher.rate_buckets;
begin
  loop
    select * into bucket from enricher.rate_buckets b
     where b.tenant_id = of_tenant and b.caller = of_caller for no key update;
    exit when found;
    insert into enricher.rate_buckets (tenant_id, caller) values (of_tenant, of_caller) on conflict do nothing;
  end loop;
  return bucket;
end
$$;

--changeset media-enricher:0013-take-token splitStatements:false
--comment Takes a token from the tenant's bucket and one from the caller's, or none from either. The tenant's is always locked first, so two that take cannot wait for each other. By the clock after the locks: who waited for them is not early. A refusal is the first of a series when the minute before it had none.
create function enricher.take_token(
  of_tenant uuid, of_caller bytea,
  caller_every interval, caller_burst integer, tenant_every interval, tenant_burst integer,
  out caller_full_in interval, out tenant_full_in interval, out wait interval, out first_refusal boolean)
language plpgsql security definer set search_path = '' as
$$
declare
  tenant_full timestamptz;
  caller_full timestamptz;
  refused     timestamptz;
  moment      timestamptz;
begin
  perform set_config('enricher.bucket_tenant', of_tenant::text, true);
  select b.full_at into tenant_full from enricher.locked_bucket(of_tenant, '') b;
  select b.full_at, b.refused_at into caller_full, refused from enricher.locked_bucket(of_tenant, of_caller) b;
  moment := clock_timestamp();
  tenant_full_in := greatest(tenant_full, moment) + tenant_every - moment;
  caller_full_in := greatest(caller_full, moment) + caller_every - moment;
  wait := greatest(tenant_full_in - tenant_burst * tenant_every, caller_full_in - caller_burst * caller_every, '0');
  first_refusal := wait > '0' and refused < moment - interval '1 minute';
  if wait > '0' then
    tenant_full_in := tenant_full_in - tenant_every;
    caller_full_in := caller_full_in - caller_every;
    update enricher.rate_buckets b set refused_at = moment where b.tenant_id = of_tenant and b.caller = of_caller;
  else
    update enricher.rate_buckets b
       set full_at = moment + case when b.caller = '' then tenant_full_in else caller_full_in end
     where b.tenant_id = of_tenant and b.caller in ('', of_caller);
  end if;
end
$$;

--changeset media-enricher:0013-sweep splitStatements:false
--comment Deletes buckets that are full, at the most so many; answers how many. Passes over those in somebody's hand.
create function enricher.sweep_rate_buckets(most integer) returns integer
language plpgsql security definer set search_path = '' as
$$
declare
  swept integer;
begin
  perform set_config('enricher.bucket_tenant', '', true);
  with idle as materialized (
    select b.tenant_id, b.caller from enricher.rate_buckets b
     where greatest(b.full_at, b.refused_at) < enricher.idle_before()
     limit most for update skip locked)
  delete from enricher.rate_buckets b using idle i where b.tenant_id = i.tenant_id and b.caller = i.caller;
  get diagnostics swept = row_count;
  return swept;
end
$$;

--changeset media-enricher:0013-grants
revoke execute on function enricher.bucket_tenant() from public;
revoke execute on function enricher.idle_before() from public;
revoke execute on function enricher.locked_bucket(uuid, bytea) from public;
revoke execute on function enricher.take_token(uuid, bytea, interval, integer, interval, integer) from public;
revoke execute on function enricher.sweep_rate_buckets(integer) from public;
grant execute on function enricher.take_token(uuid, bytea, interval, integer, interval, integer) to media_enricher;
grant execute on function enricher.sweep_rate_buckets(integer) to media_enricher;

--liquibase formatted sql

--changeset media-enricher:0002-auth-helpers splitStatements:false
--comment The helpers a Supabase database already has; made only where they are absent.
do $$
begin
  if to_regprocedure('auth.jwt()') is null then
    create function auth.jwt() returns jsonb language sql stable set search_path = '' as
      $f$ select nullif(current_setting('request.jwt.claims', true), '')::jsonb $f$;
  end if;
  if to_regprocedure('auth.uid()') is null then
    create function auth.uid() returns uuid language sql stable set search_path = '' as
      $f$ select nullif(auth.jwt() ->> 'sub', '')::uuid $f$;
  end if;
  if to_regprocedure('auth.role()') is null then
    create function auth.role() returns text language sql stable set search_path = '' as
      $f$ select nullif(auth.jwt() ->> 'role', '') $f$;
  end if;
end
$$;

--changeset media-enricher:0002-claims splitStatements:false
--comment What policies ask. Without claims each is null, so every policy fails closed. user_metadata is never read.
create function enricher.tenant_id() returns uuid language sql stable set search_path = '' as
$$
  select coalesce(
    nullif(auth.jwt() -> 'app_metadata' ->> 'tenant_id', ''),
    nullif(auth.jwt() ->> 'tenant_id', ''))::uuid
$$;

--changeset media-enricher:0002-is-operator splitStatements:false
--comment Operators and admins of a tenant may start, stop and retry.
create function enricher.is_operator() returns boolean language sql stable set search_path = '' as
$$
  select coalesce(auth.jwt() -> 'app_metadata' ->> 'user_role', '') in ('operator', 'admin')
$$;

--changeset media-enricher:0002-is-admin splitStatements:false
create function enricher.is_admin() returns boolean language sql stable set search_path = '' as
$$
  select coalesce(auth.jwt() -> 'app_metadata' ->> 'user_role', '') = 'admin'
$$;

--changeset media-enricher:0002-is-service splitStatements:false
--comment The server's own work. A policy for it still asks which tenant was named; none named means all of them.
create function enricher.is_service() returns boolean language sql stable set search_path = '' as
$$
  select coalesce(auth.role(), '') = 'service_role'
$$;

--changeset media-enricher:0002-grants
grant execute on all functions in schema enricher to anon, authenticated, service_role;

--liquibase formatted sql

--changeset media-enricher:0001-roles splitStatements:false
--comment The three roles a transaction may act in, as on Supabase, and the login role of the server, which owns nothing.
do $$
declare
  wanted text;
begin
  foreach wanted in array array['anon', 'authenticated', 'service_role', 'media_enricher'] loop
    if not exists (select from pg_roles where rolname = wanted) then
      execute format('create role %I nologin noinherit', wanted);
    end if;
  end loop;
end
$$;

--changeset media-enricher:0001-memberships
--comment NOINHERIT: the login role has no right of its own until a transaction sets its role.
grant anon, authenticated, service_role to media_enricher;

--changeset media-enricher:0001-schemas
create schema if not exists auth;
create schema if not exists audit;
create schema if not exists enricher;
grant usage on schema auth, audit, enricher to anon, authenticated, service_role;
grant usage on schema public to anon, authenticated, service_role;

--liquibase formatted sql

--changeset media-enricher:0020-claims
--comment As in 0002, in a form that PostgreSQL writes into the statement that asks: a policy then costs microseconds, and each statement asks several. A standard SQL body is resolved once, here, so it needs no search_path of its own. auth.jwt() is left out, for its author decides on its form; it reads the same setting.
create or replace function enricher.tenant_id() returns uuid language sql stable
return coalesce(
  nullif(nullif(current_setting('request.jwt.claims', true), '')::jsonb -> 'app_metadata' ->> 'tenant_id', ''),
  nullif(nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'tenant_id', ''))::uuid;
create or replace function enricher.is_service() returns boolean language sql stable
return coalesce(nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'role', '') = 'service_role';
create or replace function enricher.user_id() returns text language sql stable
return nullif(nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub', '');

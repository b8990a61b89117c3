--liquibase formatted sql

--changeset media-enricher:0011-rights
--comment Who may what; org.mediaenricher.security.Rights says the same in Java. No tenant has a say in it, it is the owner's alone.
create table enricher.rights (
  role    text not null check (role in ('authenticated', 'viewer', 'operator', 'admin', 'service_role')),
  "right" text not null check (
    "right" in ('read', 'use-console', 'steer-runs', 'edit-assets', 'read-audit', 'manage-users')),
  primary key (role, "right")
);
insert into enricher.rights (role, "right") values
  ('authenticated', 'read'),
  ('viewer',        'read'),
  ('viewer',        'use-console'),
  ('operator',      'read'),
  ('operator',      'use-console'),
  ('operator',      'steer-runs'),
  ('operator',      'edit-assets'),
  ('admin',         'read'),
  ('admin',         'use-console'),
  ('admin',         'steer-runs'),
  ('admin',         'edit-assets'),
  ('admin',         'read-audit'),
  ('admin',         'manage-users'),
  ('service_role',  'read'),
  ('service_role',  'steer-runs'),
  ('service_role',  'edit-assets'),
  ('service_role',  'read-audit'),
  ('service_role',  'manage-users');
grant select on enricher.rights to authenticated, service_role;

--changeset media-enricher:0011-may splitStatements:false
--comment Whether the caller has a right. Who claims one role and acts in another has none; a user_role that is not known counts for nothing. The claims are read once, for each statement of everybody asks this.
create function enricher.may(asked text) returns boolean language sql stable set search_path = '' as
$$
  select exists (
    select from (select c.claims ->> 'role' as role, c.claims -> 'app_metadata' ->> 'user_role' as user_role
                   from (select auth.jwt()) as c (claims)) as caller
      join enricher.rights r
        on r.role = case
             when caller.role = 'authenticated' and caller.user_role in ('viewer', 'operator', 'admin')
             then caller.user_role
             else caller.role
           end
     where r."right" = asked and caller.role = current_user)
$$;

--changeset media-enricher:0011-user-id splitStatements:false
create function enricher.user_id() returns text language sql stable set search_path = '' as
$$
  select nullif(auth.jwt() ->> 'sub', '')
$$;

--changeset media-enricher:0011-no-function-for-everybody splitStatements:false
--comment PostgreSQL lets everybody execute a new function. Of those in schema auth only what we made is ours to mend.
do $$
declare
  ours regprocedure;
begin
  for ours in
    select p.oid from pg_proc p
     where p.pronamespace in ('auth'::regnamespace, 'enricher'::regnamespace, 'audit'::regnamespace)
       and p.proowner = current_user::regrole
  loop
    execute format('revoke execute on function %s from public', ours);
  end loop;
  for ours in
    select p.oid from pg_proc p where p.pronamespace = 'auth'::regnamespace and p.proowner = current_user::regrole
  loop
    execute format('grant execute on function %s to anon, authenticated, service_role', ours);
  end loop;
end
$$;

--changeset media-enricher:0011-functions-for-those-who-need-them
grant execute on function enricher.may(text), enricher.user_id() to authenticated, service_role;
grant execute on function enricher.merged_tags(text[], text[], text[]) to authenticated, service_role;

--changeset media-enricher:0011-tenants
--comment How to read all that follows: each policy is for one operation and one role. Users act in their own tenant; the service in the one it names, or in all when it names none. Wrapped in (select ...), a claim is asked once a statement and not once a row. No right covers tenants and buckets: they are the server's own.
drop policy tenants_read on public.tenants;
drop policy tenants_service on public.tenants;
create policy users_read on public.tenants for select to authenticated
  using (id = (select enricher.tenant_id()) and (select enricher.may('read')));
create policy service_read on public.tenants for select to service_role
  using ((select enricher.may('read'))
    and ((select enricher.tenant_id()) is null or id = (select enricher.tenant_id())));
create policy service_insert on public.tenants for insert to service_role
  with check ((select enricher.is_service())
    and ((select enricher.tenant_id()) is null or id = (select enricher.tenant_id())));
create policy service_update on public.tenants for update to service_role
  using ((select enricher.is_service())
    and ((select enricher.tenant_id()) is null or id = (select enricher.tenant_id())))
  with check ((select enricher.is_service())
    and ((select enricher.tenant_id()) is null or id = (select enricher.tenant_id())));
create policy service_delete on public.tenants for delete to service_role
  using ((select enricher.is_service())
    and ((select enricher.tenant_id()) is null or id = (select enricher.tenant_id())));

--changeset media-enricher:0011-buckets
drop policy buckets_read on public.buckets;
drop policy buckets_service on public.buckets;
create policy users_read on public.buckets for select to authenticated
  using (tenant_id = (select enricher.tenant_id()) and (select enricher.may('read')));
create policy service_read on public.buckets for select to service_role
  using ((select enricher.may('read'))
    and ((select enricher.tenant_id()) is null or tenant_id = (select enricher.tenant_id())));
create policy service_insert on public.buckets for insert to service_role
  with check ((select enricher.is_service())
    and ((select enricher.tenant_id()) is null or tenant_id = (select enricher.tenant_id())));
create policy service_update on public.buckets for update to service_role
  using ((select enricher.is_service())
    and ((select enricher.tenant_id()) is null or tenant_id = (select enricher.tenant_id())))
  with check ((select enricher.is_service())
    and ((select enricher.tenant_id()) is null or tenant_id = (select enricher.tenant_id())));
create policy service_delete on public.buckets for delete to service_role
  using ((select enricher.is_service())
    and ((select enricher.tenant_id()) is null or tenant_id = (select enricher.tenant_id())));

--changeset media-enricher:0011-runs
--comment Which columns a user writes is in the grants: what opens a run, and what stops or restarts it. The counters are the server's.
drop policy runs_read on public.media_enrich_runs;
drop policy runs_open on public.media_enrich_runs;
drop policy runs_steer on public.media_enrich_runs;
drop policy runs_service on public.media_enrich_runs;
create policy users_read on public.media_enrich_runs for select to authenticated
  using (tenant_id = (select enricher.tenant_id()) and (select enricher.may('read')));
create policy service_read on public.media_enrich_runs for select to service_role
  using ((select enricher.may('read'))
    and ((select enricher.tenant_id()) is null or tenant_id = (select enricher.tenant_id())));
create policy users_insert on public.media_enrich_runs for insert to authenticated
  with check (tenant_id = (select enricher.tenant_id()) and (select enricher.may('steer-runs')));
create policy users_update on public.media_enrich_runs for update to authenticated
  using (tenant_id = (select enricher.tenant_id()) and (select enricher.may('steer-runs')))
  with check (tenant_id = (select enricher.tenant_id()) and (select enricher.may('steer-runs')));
create policy service_insert on public.media_enrich_runs for insert to service_role
  with check ((select enricher.may('steer-runs'))
    and ((select enricher.tenant_id()) is null or tenant_id = (select enricher.tenant_id())));
create policy service_update on public.media_enrich_runs for update to service_role
  using ((select enricher.may('steer-runs'))
    and ((select enricher.tenant_id()) is null or tenant_id = (select enricher.tenant_id())))
  with check ((select enricher.may('steer-runs'))
    and ((select enricher.tenant_id()) is null or tenant_id = (select enricher.tenant_id())));
create policy service_delete on public.media_enrich_runs for delete to service_role
  using ((select enricher.may('steer-runs'))
    and ((select enricher.tenant_id()) is null or tenant_id = (select enricher.tenant_id())));
revoke insert, update on public.media_enrich_runs from authenticated;
grant insert (tenant_id, id, bucket, prefix, object_limit, mode, looks, skip_limit, retry_of, trigger, started_by,
              idempotency_key)
  on public.media_enrich_runs to authenticated;
grant update (status, reason, ended_at, outages, resume_at, driver, driver_incarnation)
  on public.media_enrich_runs to authenticated;

--changeset media-enricher:0011-slices
drop policy slices_read on public.media_enrich_slices;
drop policy slices_service on public.media_enrich_slices;
create policy users_read on public.media_enrich_slices for select to authenticated
  using (tenant_id = (select enricher.tenant_id()) and (select enricher.may('read')));
create policy service_read on public.media_enrich_slices for select to service_role
  using ((select enricher.may('read'))
    and ((select enricher.tenant_id()) is null or tenant_id = (select enricher.tenant_id())));
create policy service_insert on public.media_enrich_slices for insert to service_role
  with check ((select enricher.may('steer-runs'))
    and ((select enricher.tenant_id()) is null or tenant_id = (select enricher.tenant_id())));
create policy service_update on public.media_enrich_slices for update to service_role
  using ((select enricher.may('steer-runs'))
    and ((select enricher.tenant_id()) is null or tenant_id = (select enricher.tenant_id())))
  with check ((select enricher.may('steer-runs'))
    and ((select enricher.tenant_id()) is null or tenant_id = (select enricher.tenant_id())));
create policy service_delete on public.media_enrich_slices for delete to service_role
  using ((select enricher.may('steer-runs'))
    and ((select enricher.tenant_id()) is null or tenant_id = (select enricher.tenant_id())));

--changeset media-enricher:0011-failures
--comment Who enriches an object that failed before resolves its failures, and changes nothing else of them.
drop policy failures_read on public.media_enrich_failures;
drop policy failures_service on public.media_enrich_failures;
create policy users_read on public.media_enrich_failures for select to authenticated
  using (tenant_id = (select enricher.tenant_id()) and (select enricher.may('read')));
create policy service_read on public.media_enrich_failures for select to service_role
  using ((select enricher.may('read'))
    and ((select enricher.tenant_id()) is null or tenant_id = (select enricher.tenant_id())));
create policy users_update on public.media_enrich_failures for update to authenticated
  using (tenant_id = (select enricher.tenant_id()) and (select enricher.may('edit-assets')))
  with check (tenant_id = (select enricher.tenant_id()) and (select enricher.may('edit-assets')));
create policy service_insert on public.media_enrich_failures for insert to service_role
  with check ((select enricher.may('steer-runs'))
    and ((select enricher.tenant_id()) is null or tenant_id = (select enricher.tenant_id())));
create policy service_update on public.media_enrich_failures for update to service_role
  using ((select enricher.may('steer-runs'))
    and ((select enricher.tenant_id()) is null or tenant_id = (select enricher.tenant_id())))
  with check ((select enricher.may('steer-runs'))
    and ((select enricher.tenant_id()) is null or tenant_id = (select enricher.tenant_id())));
create policy service_delete on public.media_enrich_failures for delete to service_role
  using ((select enricher.may('steer-runs'))
    and ((select enricher.tenant_id()) is null or tenant_id = (select enricher.tenant_id())));
grant update (resolved_at) on public.media_enrich_failures to authenticated;

--changeset media-enricher:0011-assets
--comment A user enriches one object, or tags it: an upsert, or an update. Whose, where and which asset it is stays; none is deleted.
drop policy assets_read on public.media_assets;
drop policy assets_service on public.media_assets;
create policy users_read on public.media_assets for select to authenticated
  using (tenant_id = (select enricher.tenant_id()) and (select enricher.may('read')));
create policy service_read on public.media_assets for select to service_role
  using ((select enricher.may('read'))
    and ((select enricher.tenant_id()) is null or tenant_id = (select enricher.tenant_id())));
create policy users_insert on public.media_assets for insert to authenticated
  with check (tenant_id = (select enricher.tenant_id()) and (select enricher.may('edit-assets')));
create policy users_update on public.media_assets for update to authenticated
  using (tenant_id = (select enricher.tenant_id()) and (select enricher.may('edit-assets')))
  with check (tenant_id = (select enricher.tenant_id()) and (select enricher.may('edit-assets')));
create policy service_insert on public.media_assets for insert to service_role
  with check ((select enricher.may('edit-assets'))
    and ((select enricher.tenant_id()) is null or tenant_id = (select enricher.tenant_id())));
create policy service_update on public.media_assets for update to service_role
  using ((select enricher.may('edit-assets'))
    and ((select enricher.tenant_id()) is null or tenant_id = (select enricher.tenant_id())))
  with check ((select enricher.may('edit-assets'))
    and ((select enricher.tenant_id()) is null or tenant_id = (select enricher.tenant_id())));
create policy service_delete on public.media_assets for delete to service_role
  using ((select enricher.may('edit-assets'))
    and ((select enricher.tenant_id()) is null or tenant_id = (select enricher.tenant_id())));
grant insert (tenant_id, id, bucket, path, run_id, status, enriched_at, size_bytes, etag, content_type, width, height,
              orientation, rotation, captured_at, captured_local, captured_offset, captured_from, latitude, longitude,
              altitude, camera_make, camera_model, duration_ms, video_codec, audio_codec, frame_rate, audio_channels,
              page_count, tags, metadata)
  on public.media_assets to authenticated;
grant update (run_id, status, enriched_at, size_bytes, etag, content_type, width, height, orientation, rotation,
              captured_at, captured_local, captured_offset, captured_from, latitude, longitude, altitude, camera_make,
              camera_model, duration_ms, video_codec, audio_codec, frame_rate, audio_channels, page_count, tags,
              found_tags, metadata, failure_code, failure_message, writes, updated_at)
  on public.media_assets to authenticated;

--changeset media-enricher:0011-looks
drop policy looks_read on public.media_asset_looks;
drop policy looks_service on public.media_asset_looks;
create policy users_read on public.media_asset_looks for select to authenticated
  using (tenant_id = (select enricher.tenant_id()) and (select enricher.may('read')));
create policy service_read on public.media_asset_looks for select to service_role
  using ((select enricher.may('read'))
    and ((select enricher.tenant_id()) is null or tenant_id = (select enricher.tenant_id())));
create policy users_insert on public.media_asset_looks for insert to authenticated
  with check (tenant_id = (select enricher.tenant_id()) and (select enricher.may('edit-assets')));
create policy users_update on public.media_asset_looks for update to authenticated
  using (tenant_id = (select enricher.tenant_id()) and (select enricher.may('edit-assets')))
  with check (tenant_id = (select enricher.tenant_id()) and (select enricher.may('edit-assets')));
create policy service_insert on public.media_asset_looks for insert to service_role
  with check ((select enricher.may('edit-assets'))
    and ((select enricher.tenant_id()) is null or tenant_id = (select enricher.tenant_id())));
create policy service_update on public.media_asset_looks for update to service_role
  using ((select enricher.may('edit-assets'))
    and ((select enricher.tenant_id()) is null or tenant_id = (select enricher.tenant_id())))
  with check ((select enricher.may('edit-assets'))
    and ((select enricher.tenant_id()) is null or tenant_id = (select enricher.tenant_id())));
create policy service_delete on public.media_asset_looks for delete to service_role
  using ((select enricher.may('edit-assets'))
    and ((select enricher.tenant_id()) is null or tenant_id = (select enricher.tenant_id())));
grant insert (tenant_id, asset_id, etag, sha256, thumb_hash, dominant_colour, perceptual_hash, failure_code,
              failure_message)
  on public.media_asset_looks to authenticated;
grant update (etag, sha256, thumb_hash, dominant_colour, perceptual_hash, failure_code, failure_message, seen_at)
  on public.media_asset_looks to authenticated;

--changeset media-enricher:0011-audit
--comment Everybody who is signed in adds entries, for refusals are written down too: in their own name alone, numbered and dated by the database. Nobody has a policy, or a grant, to change one.
drop policy invocations_write on audit.enricher_invocations;
drop policy invocations_read on audit.enricher_invocations;
drop policy invocations_service_write on audit.enricher_invocations;
drop policy invocations_service_read on audit.enricher_invocations;
create policy users_read on audit.enricher_invocations for select to authenticated
  using (tenant_id = (select enricher.tenant_id()) and (select enricher.may('read-audit')));
create policy service_read on audit.enricher_invocations for select to service_role
  using ((select enricher.may('read-audit'))
    and ((select enricher.tenant_id()) is null or tenant_id = (select enricher.tenant_id())));
create policy users_insert on audit.enricher_invocations for insert to authenticated
  with check (tenant_id = (select enricher.tenant_id()) and (select enricher.may('read'))
    and user_id = (select enricher.user_id()) and role = (select auth.role()));
create policy service_insert on audit.enricher_invocations for insert to service_role
  with check ((select enricher.is_service())
    and ((select enricher.tenant_id()) is null or tenant_id = (select enricher.tenant_id())));
revoke insert on audit.enricher_invocations from authenticated, service_role;
grant insert (tenant_id, user_id, role, user_role, action, subject, result, correlation_id)
  on audit.enricher_invocations to authenticated, service_role;

--changeset media-enricher:0011-is-operator
--comment Nothing asks them any more.
drop function enricher.is_operator();
drop function enricher.is_admin();

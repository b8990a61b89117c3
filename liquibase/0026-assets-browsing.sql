--liquibase formatted sql

--changeset media-enricher:0026-tags
--comment Which assets have a tag, the newest last, for ids ascend with time. Under row-level security only leakproof operators use an index, and those on arrays are none: the former GIN index was of no use to anybody but the table's owner. Without the three shapes, of which every picture has one, and without has-gps and has-audio, which most have or none: they are found by looking at the assets themselves, and would be most of this table. Kept by the triggers below, and by nobody else.
create table public.media_asset_tags (
  tenant_id uuid not null,
  tag       text not null collate "C",
  asset_id  uuid not null,
  primary key (tenant_id, tag, asset_id)
);
drop index public.media_assets_by_tag;

--changeset media-enricher:0026-tallies
--comment How many assets there are and how many bytes, as changes: each statement that writes assets adds a line here, and none waits for another. Their sum is what there is; now and then they are added up into one.
create table public.media_asset_tallies (
  tenant_id uuid   not null,
  id        bigint not null generated always as identity,
  bucket    text   not null,
  status    text   not null,
  assets    bigint not null,
  bytes     bigint not null,
  primary key (tenant_id, id)
);

--changeset media-enricher:0026-policies splitStatements:false
do $$
declare
  kept text;
begin
  foreach kept in array array['media_asset_tags', 'media_asset_tallies'] loop
    execute format($rules$
      alter table public.%1$I enable row level security;
      alter table public.%1$I force row level security;
      create policy users_read on public.%1$I for select to authenticated
        using (tenant_id = (select enricher.tenant_id()) and (select enricher.may('read')));
      create policy service_read on public.%1$I for select to service_role
        using ((select enricher.may('read'))
          and ((select enricher.tenant_id()) is null or tenant_id = (select enricher.tenant_id())));
      create policy owner_read on public.%1$I for select to current_user
        using ((select enricher.is_service()));
      create policy owner_insert on public.%1$I for insert to current_user
        with check ((select enricher.is_service()));
      create policy owner_delete on public.%1$I for delete to current_user
        using ((select enricher.is_service()));
      grant select on public.%1$I to authenticated, service_role;
    $rules$, kept);
  end loop;
end
$$;

--changeset media-enricher:0026-usage
create view public.media_asset_usage with (security_invoker = true) as
select t.tenant_id, t.bucket, t.status, cast(sum(t.assets) as bigint) as assets, cast(sum(t.bytes) as bigint) as bytes
  from public.media_asset_tallies t
 group by t.tenant_id, t.bucket, t.status
having sum(t.assets) <> 0;
comment on view public.media_asset_usage is 'How many assets a tenant has and how many bytes they are, by bucket and state.';
grant select on public.media_asset_usage to authenticated, service_role;

--changeset media-enricher:0026-note-new splitStatements:false
--comment Once a statement, not once a row: a chunk of a run is one statement, and most that do not insert end here at once. Under the claims of the service, as with the audit log's chain.
create function enricher.note_new_assets() returns trigger language plpgsql security definer set search_path = '' as
$$
declare
  claims_of_the_caller text := current_setting('request.jwt.claims', true);
begin
  if not exists (select from new_rows) then
    return null;
  end if;
  perform set_config('request.jwt.claims', '{"role":"service_role"}', true);
  insert into public.media_asset_tags (tenant_id, tag, asset_id)
  select n.tenant_id, t.tag, n.id
    from new_rows n cross join unnest(n.tags) as t (tag)
   where t.tag not in ('landscape', 'portrait', 'square', 'has-gps', 'has-audio') and length(t.tag) <= 300
  on conflict do nothing;
  insert into public.media_asset_tallies (tenant_id, bucket, status, assets, bytes)
  select n.tenant_id, n.bucket, n.status, count(*), sum(n.size_bytes)
    from new_rows n
   group by n.tenant_id, n.bucket, n.status;
  perform set_config('request.jwt.claims', coalesce(claims_of_the_caller, ''), true);
  return null;
end
$$;

--changeset media-enricher:0026-note-changed splitStatements:false
--comment Row by row, and only of rows that did change in what is noted: enriching again changes neither tags, nor state, nor size, and then pays nothing.
create function enricher.note_changed_tags() returns trigger language plpgsql security definer set search_path = '' as
$$
declare
  claims_of_the_caller text := current_setting('request.jwt.claims', true);
begin
  perform set_config('request.jwt.claims', '{"role":"service_role"}', true);
  delete from public.media_asset_tags g
   where g.tenant_id = old.tenant_id and g.asset_id = old.id and g.tag = any (old.tags) and not g.tag = any (new.tags);
  insert into public.media_asset_tags (tenant_id, tag, asset_id)
  select new.tenant_id, t.tag, new.id
    from unnest(new.tags) as t (tag)
   where t.tag not in ('landscape', 'portrait', 'square', 'has-gps', 'has-audio') and length(t.tag) <= 300
  on conflict do nothing;
  perform set_config('request.jwt.claims', coalesce(claims_of_the_caller, ''), true);
  return null;
end
$$;

create function enricher.note_changed_size() returns trigger language plpgsql security definer set search_path = '' as
$$
declare
  claims_of_the_caller text := current_setting('request.jwt.claims', true);
begin
  perform set_config('request.jwt.claims', '{"role":"service_role"}', true);
  insert into public.media_asset_tallies (tenant_id, bucket, status, assets, bytes)
  select c.tenant_id, c.bucket, c.status, sum(c.assets), sum(c.bytes)
    from (values (new.tenant_id, new.bucket, new.status, 1, new.size_bytes),
                 (old.tenant_id, old.bucket, old.status, -1, -old.size_bytes))
      as c (tenant_id, bucket, status, assets, bytes)
   group by c.tenant_id, c.bucket, c.status;
  perform set_config('request.jwt.claims', coalesce(claims_of_the_caller, ''), true);
  return null;
end
$$;

--changeset media-enricher:0026-note-removed splitStatements:false
create function enricher.note_removed_assets() returns trigger language plpgsql security definer set search_path = '' as
$$
declare
  claims_of_the_caller text := current_setting('request.jwt.claims', true);
begin
  perform set_config('request.jwt.claims', '{"role":"service_role"}', true);
  delete from public.media_asset_tags g
   using (select o.tenant_id, o.id, t.tag from old_rows o cross join unnest(o.tags) as t (tag)) as gone
   where g.tenant_id = gone.tenant_id and g.tag = gone.tag and g.asset_id = gone.id;
  insert into public.media_asset_tallies (tenant_id, bucket, status, assets, bytes)
  select o.tenant_id, o.bucket, o.status, -count(*), -sum(o.size_bytes)
    from old_rows o
   group by o.tenant_id, o.bucket, o.status;
  perform set_config('request.jwt.claims', coalesce(claims_of_the_caller, ''), true);
  return null;
end
$$;

--changeset media-enricher:0026-fold-tallies splitStatements:false
--comment Whoever comes second finds the lines gone and adds up what is left.
create function enricher.fold_tallies() returns integer language plpgsql security definer set search_path = '' as
$$
declare
  claims_of_the_caller text := current_setting('request.jwt.claims', true);
  folded integer;
begin
  perform set_config('request.jwt.claims', '{"role":"service_role"}', true);
  with gone as (
    delete from public.media_asset_tallies t
     using (select m.tenant_id, m.bucket, m.status from public.media_asset_tallies m
             group by m.tenant_id, m.bucket, m.status having count(*) > 1) as many
     where t.tenant_id = many.tenant_id and t.bucket = many.bucket and t.status = many.status
    returning t.*),
  sums as (
    insert into public.media_asset_tallies (tenant_id, bucket, status, assets, bytes)
    select g.tenant_id, g.bucket, g.status, sum(g.assets), sum(g.bytes)
      from gone g
     group by g.tenant_id, g.bucket, g.status
    having sum(g.assets) <> 0 or sum(g.bytes) <> 0)
  select count(*) into folded from gone;
  perform set_config('request.jwt.claims', coalesce(claims_of_the_caller, ''), true);
  return folded;
end
$$;
revoke execute on function enricher.note_new_assets(), enricher.note_changed_tags(), enricher.note_changed_size(),
  enricher.note_removed_assets(), enricher.fold_tallies() from public;
grant execute on function enricher.fold_tallies() to service_role;

--changeset media-enricher:0026-triggers
create trigger new_noted after insert on public.media_assets
  referencing new table as new_rows for each statement execute function enricher.note_new_assets();
create trigger tags_noted after update of tags on public.media_assets
  for each row when (old.tags is distinct from new.tags) execute function enricher.note_changed_tags();
create trigger size_noted after update of status, size_bytes on public.media_assets
  for each row when (old.status <> new.status or old.size_bytes <> new.size_bytes)
  execute function enricher.note_changed_size();
create trigger removed_noted after delete on public.media_assets
  referencing old table as old_rows for each statement execute function enricher.note_removed_assets();

--changeset media-enricher:0026-first-notes splitStatements:false
--comment Of what is there already. The policy lets an owner without BYPASSRLS read it for once; the triggers above wait for all who write, and let none in before the commit.
do $$
begin
  perform set_config('request.jwt.claims', '{"role":"service_role"}', true);
  lock table public.media_assets in share row exclusive mode;
  create policy owner_read on public.media_assets for select to current_user using ((select enricher.is_service()));
  delete from public.media_asset_tags;
  delete from public.media_asset_tallies;
  insert into public.media_asset_tags (tenant_id, tag, asset_id)
  select a.tenant_id, t.tag, a.id
    from public.media_assets a cross join unnest(a.tags) as t (tag)
   where t.tag not in ('landscape', 'portrait', 'square', 'has-gps', 'has-audio') and length(t.tag) <= 300
  on conflict do nothing;
  insert into public.media_asset_tallies (tenant_id, bucket, status, assets, bytes)
  select a.tenant_id, a.bucket, a.status, count(*), sum(a.size_bytes)
    from public.media_assets a
   group by a.tenant_id, a.bucket, a.status;
  drop policy owner_read on public.media_assets;
end
$$;

--changeset media-enricher:0026-filters
--comment By type, the newest last. What is large, or not ready, is rare, so its indexes are small and cost a write nothing.
create index media_assets_by_type on public.media_assets (tenant_id, content_type, id);
create index media_assets_not_ready on public.media_assets (tenant_id, status, id) where status <> 'ready';
create index media_assets_large on public.media_assets (tenant_id, id) where size_bytes >= 100000000;

--liquibase formatted sql

--changeset media-enricher:0010-looks
--comment What a picture looks like, of the version with this etag; without a hash, why it could not be decoded. The four parts of the perceptual hash are columns, for under row-level security an index is used with leakproof operators alone, and shifting bits is none. Two hashes that differ in at most 4n + 3 bits have a part that differs in at most n.
create table public.media_asset_looks (
  tenant_id       uuid        not null,
  asset_id        uuid        not null,
  etag            text        not null,
  thumb_hash      text,
  dominant_colour text        check (dominant_colour ~ '^#[0-9a-f]{6}$'),
  perceptual_hash bigint,
  hash_part_0     integer     generated always as ((perceptual_hash & 65535)::integer) stored,
  hash_part_1     integer     generated always as ((perceptual_hash >> 16 & 65535)::integer) stored,
  hash_part_2     integer     generated always as ((perceptual_hash >> 32 & 65535)::integer) stored,
  hash_part_3     integer     generated always as ((perceptual_hash >> 48 & 65535)::integer) stored,
  sha256          text        check (sha256 ~ '^[0-9a-f]{64}$'),
  failure_code    text,
  failure_message text,
  seen_at         timestamptz not null default clock_timestamp(),
  primary key (tenant_id, asset_id),
  foreign key (tenant_id, asset_id) references public.media_assets (tenant_id, id) on delete cascade,
  constraint media_asset_looks_seen_or_failed check ((perceptual_hash is null) = (failure_code is not null))
);
create index media_asset_looks_part_0 on public.media_asset_looks (tenant_id, hash_part_0);
create index media_asset_looks_part_1 on public.media_asset_looks (tenant_id, hash_part_1);
create index media_asset_looks_part_2 on public.media_asset_looks (tenant_id, hash_part_2);
create index media_asset_looks_part_3 on public.media_asset_looks (tenant_id, hash_part_3);
create index media_asset_looks_duplicates on public.media_asset_looks (tenant_id, sha256) where sha256 is not null;
alter table public.media_asset_looks enable row level security;
alter table public.media_asset_looks force row level security;
create policy looks_read on public.media_asset_looks for select to authenticated
  using (tenant_id = (select enricher.tenant_id()));
create policy looks_service on public.media_asset_looks for all to service_role
  using ((select enricher.is_service())
    and ((select enricher.tenant_id()) is null or tenant_id = (select enricher.tenant_id())));
grant select on public.media_asset_looks to authenticated;
grant select, insert, update, delete on public.media_asset_looks to service_role;

--changeset media-enricher:0010-runs-with-looks
alter table public.media_enrich_runs add column looks boolean not null default false;

--changeset media-enricher:0010-own-tags splitStatements:false
--comment found_tags: what the last enrichment found, from when a user changed the tags; null while nobody has. A change of the tags that is not an enrichment is a user's.
alter table public.media_assets add column found_tags text[];

create function enricher.merged_tags(now text[], found_before text[], found text[]) returns text[]
  language sql immutable set search_path = '' as
$$
  select coalesce(array_agg(tag order by mine, place), '{}')
    from (select tag, false as mine, place from unnest(found) with ordinality as f (tag, place)
           where tag = any (now) or not tag = any (found_before)
          union all
          select tag, true, place from unnest(now) with ordinality as n (tag, place)
           where not tag = any (found_before) and not tag = any (found)) as merged
$$;
comment on function enricher.merged_tags is
  'The tags of an asset that is enriched again: what was found now, without what a user took away, and with what a user added.';

create function enricher.keep_found_tags() returns trigger language plpgsql set search_path = '' as
$$
begin
  new.found_tags := coalesce(old.found_tags, old.tags);
  return new;
end
$$;
create trigger media_assets_own_tags before update of tags on public.media_assets
  for each row when (old.tags is distinct from new.tags and old.enriched_at is not distinct from new.enriched_at)
  execute function enricher.keep_found_tags();

package org.mediaenricher.assets;

/**
 * Assets in an order that an index has, narrowed by what the same index knows: so each begins to answer at once, however
 * many assets there are. What else is asked for, whoever reads them decides. Each can be pasted into psql.
 */
final class AssetStreamSql {
    static final String NEWEST = """
            select a.id, a.bucket, a.path, a.status, a.content_type, a.size_bytes, a.width, a.height, a.captured_at, a.tags
              from public.media_assets a
             where a.tenant_id = ? and a.id < ?
             order by a.id desc
             limit ?
            """;

    static final String NOT_READY = """
            select a.id, a.bucket, a.path, a.status, a.content_type, a.size_bytes, a.width, a.height, a.captured_at, a.tags
              from public.media_assets a
             where a.tenant_id = ? and a.status = ? and a.status <> 'ready' and a.id < ?
             order by a.id desc
             limit ?
            """;

    static final String LARGE = """
            select a.id, a.bucket, a.path, a.status, a.content_type, a.size_bytes, a.width, a.height, a.captured_at, a.tags
              from public.media_assets a
             where a.tenant_id = ? and a.size_bytes >= 100000000 and a.id < ?
             order by a.id desc
             limit ?
            """;

    static final String TAGGED = """
            select a.id, a.bucket, a.path, a.status, a.content_type, a.size_bytes, a.width, a.height, a.captured_at, a.tags
              from public.media_asset_tags t
              join public.media_assets a on a.tenant_id = t.tenant_id and a.id = t.asset_id
             where t.tenant_id = ? and t.tag = ? and t.asset_id < ?
             order by t.asset_id desc
             limit ?
            """;

    /** The newest of all types are among the newest of each. */
    static final String OF_TYPES = """
            select a.id, a.bucket, a.path, a.status, a.content_type, a.size_bytes, a.width, a.height, a.captured_at, a.tags
              from unnest(cast(? as text[])) as asked (type)
             cross join lateral (
               select m.* from public.media_assets m
                where m.tenant_id = ? and m.content_type = asked.type and m.id < ?
                order by m.content_type desc, m.id desc
                limit ?) as a
             order by a.id desc
             limit ?
            """;

    static final String TAKEN = """
            select a.id, a.bucket, a.path, a.status, a.content_type, a.size_bytes, a.width, a.height, a.captured_at, a.tags
              from public.media_assets a
             where a.tenant_id = ? and a.captured_at is not null and a.captured_at >= ? and a.captured_at < ?
               and a.captured_at <= ? and (a.captured_at < ? or a.id < ?)
             order by a.captured_at desc, a.id desc
             limit ?
            """;

    static final String BY_PATH = """
            select a.id, a.bucket, a.path, a.status, a.content_type, a.size_bytes, a.width, a.height, a.captured_at, a.tags
              from public.media_assets a
             where a.tenant_id = ? and a.bucket = ? and a.path > ? and a.path >= ? and a.path < ?
             order by a.path
             limit ?
            """;

    /** From one type to the next, without looking at what has the same. */
    static final String TYPES = """
            with recursive types (type) as (
              (select a.content_type from public.media_assets a
                where a.tenant_id = ? and a.content_type is not null order by a.content_type limit 1)
              union all
              select (select a.content_type from public.media_assets a
                       where a.tenant_id = ? and a.content_type > t.type order by a.content_type limit 1)
                from types t where t.type is not null)
            select type from types where type is not null
            """;

    static final String PLACE = """
            select a.bucket, a.path, a.captured_at from public.media_assets a where a.tenant_id = ? and a.id = ?
            """;

    static final String THUMBS = """
            select l.asset_id, l.thumb_hash
              from public.media_asset_looks l
              join public.media_assets a on a.tenant_id = l.tenant_id and a.id = l.asset_id and a.etag = l.etag
             where l.tenant_id = ? and l.asset_id = any (?) and l.thumb_hash is not null
            """;

    static final String BUCKETS = "select b.name from public.buckets b where b.tenant_id = ? order by b.name";

    private AssetStreamSql() {}
}

package org.mediaenricher.assets;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.mediaenricher.assets.Outcome.Enriched;
import org.mediaenricher.tenancy.TenantId;

/**
 * One statement for a whole chunk: each column comes as an array. The policies are then asked once a chunk, not once
 * a row, and there is one round trip. The arrays are typed, for the driver sends those of {@code String} and numbers in
 * binary and quotes the elements of all others.
 */
final class AssetUpsert {
    private record Column(String name, String type, IntFunction<Object[]> array, Function<AssetColumns, ?> value) {}

    private static final List<Column> COLUMNS = List.of(
            new Column("id", "uuid", UUID[]::new, AssetColumns::newId),
            new Column("path", "text", String[]::new, AssetColumns::path),
            new Column("size_bytes", "int8", Long[]::new, AssetColumns::size),
            new Column("etag", "text", String[]::new, AssetColumns::etag),
            new Column("content_type", "text", String[]::new, AssetColumns::contentType),
            new Column("width", "int4", Integer[]::new, AssetColumns::width),
            new Column("height", "int4", Integer[]::new, AssetColumns::height),
            new Column("orientation", "int2", Integer[]::new, AssetColumns::orientation),
            new Column("rotation", "int2", Integer[]::new, AssetColumns::rotation),
            new Column("captured_at", "timestamptz", String[]::new, AssetColumns::capturedAt),
            new Column("captured_local", "timestamp", String[]::new, AssetColumns::capturedLocal),
            new Column("captured_offset", "text", String[]::new, AssetColumns::capturedOffset),
            new Column("captured_from", "text", String[]::new, AssetColumns::capturedFrom),
            new Column("latitude", "float8", Double[]::new, AssetColumns::latitude),
            new Column("longitude", "float8", Double[]::new, AssetColumns::longitude),
            new Column("altitude", "float8", Double[]::new, AssetColumns::altitude),
            new Column("camera_make", "text", String[]::new, AssetColumns::cameraMake),
            new Column("camera_model", "text", String[]::new, AssetColumns::cameraModel),
            new Column("duration_ms", "int8", Long[]::new, AssetColumns::durationMillis),
            new Column("video_codec", "text", String[]::new, AssetColumns::videoCodec),
            new Column("audio_codec", "text", String[]::new, AssetColumns::audioCodec),
            new Column("frame_rate", "float8", Double[]::new, AssetColumns::frameRate),
            new Column("audio_channels", "int2", Integer[]::new, AssetColumns::audioChannels),
            new Column("page_count", "int4", Integer[]::new, AssetColumns::pages),
            new Column("tags", "text", String[]::new, AssetColumns::tags),
            new Column("metadata", "text", String[]::new, AssetColumns::metadata));

    static final String SQL = """
            insert into public.media_assets as known
              (tenant_id, bucket, run_id, status, enriched_at, id, path, size_bytes, etag, content_type, width, height,
               orientation, rotation, captured_at, captured_local, captured_offset, captured_from, latitude,
               longitude, altitude, camera_make, camera_model, duration_ms, video_codec, audio_codec, frame_rate,
               audio_channels, page_count, tags, metadata)
            select ?, ?, cast(? as uuid), 'ready', clock_timestamp(), f.id, f.path, f.size_bytes, f.etag,
                   f.content_type, f.width, f.height, f.orientation, f.rotation, f.captured_at, f.captured_local,
                   f.captured_offset, f.captured_from, f.latitude, f.longitude, f.altitude, f.camera_make,
                   f.camera_model, f.duration_ms, f.video_codec, f.audio_codec, f.frame_rate, f.audio_channels,
                   f.page_count, cast(f.tags as text[]), cast(f.metadata as jsonb)
              from unnest(cast(? as uuid[]), cast(? as text[]), cast(? as int8[]), cast(? as text[]),
                          cast(? as text[]), cast(? as int4[]), cast(? as int4[]), cast(? as int2[]),
                          cast(? as int2[]), cast(? as timestamptz[]), cast(? as timestamp[]), cast(? as text[]),
                          cast(? as text[]), cast(? as float8[]), cast(? as float8[]), cast(? as float8[]),
                          cast(? as text[]), cast(? as text[]), cast(? as int8[]), cast(? as text[]),
                          cast(? as text[]), cast(? as float8[]), cast(? as int2[]), cast(? as int4[]),
                          cast(? as text[]), cast(? as text[]))
                as f (id, path, size_bytes, etag, content_type, width, height, orientation, rotation, captured_at,
                      captured_local, captured_offset, captured_from, latitude, longitude, altitude, camera_make,
                      camera_model, duration_ms, video_codec, audio_codec, frame_rate, audio_channels, page_count,
                      tags, metadata)
            on conflict (tenant_id, bucket, path) do update set
              run_id = excluded.run_id, status = excluded.status, enriched_at = excluded.enriched_at,
              size_bytes = excluded.size_bytes, etag = excluded.etag, content_type = excluded.content_type,
              width = excluded.width, height = excluded.height, orientation = excluded.orientation,
              rotation = excluded.rotation, captured_at = excluded.captured_at,
              captured_local = excluded.captured_local, captured_offset = excluded.captured_offset,
              captured_from = excluded.captured_from, latitude = excluded.latitude, longitude = excluded.longitude,
              altitude = excluded.altitude, camera_make = excluded.camera_make,
              camera_model = excluded.camera_model, duration_ms = excluded.duration_ms,
              video_codec = excluded.video_codec, audio_codec = excluded.audio_codec,
              frame_rate = excluded.frame_rate, audio_channels = excluded.audio_channels,
              page_count = excluded.page_count, metadata = excluded.metadata,
              tags = case when known.found_tags is null then excluded.tags
                          else enricher.merged_tags(known.tags, known.found_tags, excluded.tags) end,
              found_tags = case when known.found_tags is null then null else excluded.tags end,
              failure_code = null, failure_message = null, writes = known.writes + 1,
              updated_at = clock_timestamp()
            """;

    private AssetUpsert() {}

    static void bind(
            PreparedStatement upsert,
            Connection connection,
            TenantId tenant,
            String bucket,
            UUID run,
            List<Enriched> enriched)
            throws SQLException {
        upsert.setObject(1, tenant.value());
        upsert.setString(2, bucket);
        upsert.setObject(3, run);
        List<AssetColumns> rows = new ArrayList<>(enriched.size());
        enriched.forEach(one -> rows.add(AssetColumns.of(one)));
        int parameter = 4;
        for (Column column : COLUMNS) {
            Object[] values = rows.stream().map(column.value()).toArray(column.array());
            upsert.setArray(parameter++, connection.createArrayOf(column.type(), values));
        }
    }
}

package org.mediaenricher.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * The yardstick: rows a run has written, written again by plain JDBC batches of a chunk's size on two connections, each
 * batch a transaction, as the tables' owner, whom no policy binds.
 */
final class PlainUpsert {
    private static final int CONNECTIONS = 2;
    private static final int CHUNK = 200;

    /** What the server writes of each row; the rest are defaults. */
    private static final String COLUMNS = """
            tenant_id, bucket, run_id, status, enriched_at, id, path, size_bytes, etag, content_type, width, height,
            orientation, rotation, captured_at, captured_local, captured_offset, captured_from, latitude, longitude,
            altitude, camera_make, camera_model, duration_ms, video_codec, audio_codec, frame_rate, audio_channels,
            page_count, tags, metadata
            """;

    private static final String UPSERT = """
            insert into public.media_assets as known (%s) values (%s)
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
              page_count = excluded.page_count, tags = excluded.tags, metadata = excluded.metadata,
              failure_code = null, failure_message = null, writes = known.writes + 1,
              updated_at = clock_timestamp()
            """.formatted(
                    COLUMNS, String.join(", ", COLUMNS.replaceAll("\\w+", "?").split(",\\s*")));

    private final Workbench workbench;
    private final List<Object[]> rows;
    private final long objectBytes;

    private PlainUpsert(Workbench workbench, List<Object[]> rows, long objectBytes) {
        this.workbench = workbench;
        this.rows = rows;
        this.objectBytes = objectBytes;
    }

    /** Remembers all assets there are. */
    static PlainUpsert ofWhatIsThere(Workbench workbench) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        long bytes = 0;
        try (Connection owner = workbench.sandbox().database().owner();
                Statement select = owner.createStatement();
                ResultSet all = select.executeQuery("select " + COLUMNS + " from public.media_assets order by path")) {
            int columns = all.getMetaData().getColumnCount();
            while (all.next()) {
                Object[] row = new Object[columns];
                for (int i = 0; i < columns; i++) {
                    row[i] = all.getObject(i + 1);
                }
                rows.add(row);
                bytes += all.getLong("size_bytes");
            }
        }
        return new PlainUpsert(workbench, rows, bytes);
    }

    /** The length of all the objects the rows tell of. */
    long objectBytes() {
        return objectBytes;
    }

    /** Writes the rows into the emptied table. */
    double rowsPerSecond() throws Exception {
        workbench.clear();
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            long began = System.nanoTime();
            List<Callable<Void>> shares = IntStream.range(0, CONNECTIONS)
                    .mapToObj(number -> (Callable<Void>) () -> writeShare(number))
                    .toList();
            for (Future<Void> share : threads.invokeAll(shares)) {
                share.get();
            }
            double perSecond = rows.size() / ((System.nanoTime() - began) / 1e9);
            workbench.say("  the plain upsert of them: %,.0f a second".formatted(perSecond));
            return perSecond;
        } finally {
            threads.shutdown();
        }
    }

    private Void writeShare(int number) throws SQLException {
        int share = (rows.size() + CONNECTIONS - 1) / CONNECTIONS;
        int end = Math.min(rows.size(), (number + 1) * share);
        try (Connection owner = workbench.sandbox().database().owner();
                PreparedStatement upsert = owner.prepareStatement(UPSERT)) {
            owner.setAutoCommit(false);
            for (int from = number * share; from < end; from += CHUNK) {
                writeChunk(upsert, rows.subList(from, Math.min(end, from + CHUNK)));
                owner.commit();
            }
        }
        return null;
    }

    private static void writeChunk(PreparedStatement upsert, List<Object[]> chunk) throws SQLException {
        for (Object[] row : chunk) {
            for (int i = 0; i < row.length; i++) {
                upsert.setObject(i + 1, row[i]);
            }
            upsert.addBatch();
        }
        upsert.executeBatch();
    }
}

package org.mediaenricher.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.mediaenricher.harness.EmbeddedDatabase;
import org.mediaenricher.harness.Sandbox;

/** What the tables say of a bucket after a run, as lines of text. */
final class Findings {
    private static final String TYPES = """
            select coalesce(content_type, '(unknown)'),
                   to_char(count(*), 'FM999,999,999'),
                   pg_size_pretty(sum(size_bytes)),
                   pg_size_pretty(min(size_bytes)) || ' to ' || pg_size_pretty(max(size_bytes)),
                   coalesce((array_agg(width || 'x' || height order by width::bigint * height)
                               filter (where width > 0 and height > 0))[1] || ' to ' ||
                            (array_agg(width || 'x' || height order by width::bigint * height desc)
                               filter (where width > 0 and height > 0))[1], ''),
                   coalesce(round(min(duration_ms) / 1000.0, 1) || ' s to ' || round(max(duration_ms) / 1000.0, 1) || ' s', '')
              from public.media_assets
             where tenant_id = ? and bucket = ? and status = 'ready'
             group by content_type order by count(*) desc, content_type
            """;

    private static final String FACTS = """
            select 'captured  ' ||
                   case when count(captured_local) = 0 then 'no file tells when'
                        else min(captured_local)::date || ' to ' || max(captured_local)::date || ', '
                             || count(captured_local) || ' files, ' || count(captured_at) || ' with a known time zone' end
              from public.media_assets where tenant_id = ? and bucket = ? and status = 'ready'
            union all
            select 'with GPS  ' || count(latitude) || ' files'
              from public.media_assets where tenant_id = ? and bucket = ? and status = 'ready'
            union all
            select 'tags      ' || coalesce(string_agg(tag || ' ' || files, ', ' order by files desc, tag), 'none')
              from (select tag, count(*) as files
                      from public.media_assets, unnest(tags) as tag
                     where tenant_id = ? and bucket = ? and status = 'ready'
                     group by tag order by count(*) desc, tag limit 12) as top
            """;

    private static final String FAILURES = """
            select code, to_char(count(*), 'FM999,999,999'), min(path), (array_agg(message order by path))[1]
              from (select distinct on (path) path, code, message
                      from public.media_enrich_failures
                     where tenant_id = ? and bucket = ? and resolved_at is null
                     order by path, failed_at desc) as failures
             group by code order by count(*) desc, code
            """;

    /** As a user types it (row E6 of what the product must do). */
    private static final String RUNS = "select id, started_at, status, total_files, processed_files, succeeded, failed"
            + " from public.media_enrich_runs order by started_at desc limit 20;";

    private static final int WIDEST_CELL = 70;

    private final EmbeddedDatabase database;
    private final String bucket;

    Findings(EmbeddedDatabase database, String bucket) {
        this.database = database;
        this.bucket = bucket;
    }

    /** How many files of which type, their sizes and lengths. */
    List<String> types() {
        return table(TYPES, 1, "type", "files", "together", "each", "pictures", "length");
    }

    /** Dates, positions, tags. */
    List<String> facts() {
        return rows(FACTS, 3, 1).stream().map(row -> Printable.of(row.get(0))).toList();
    }

    /** What could not be read, by code, with an example each; the header alone when nothing failed. */
    List<String> failures() {
        return table(FAILURES, 1, "code", "files", "for example", "which says");
    }

    /** The newest run as the plain SQL gives it, below the SQL itself. */
    List<String> newestRun() {
        List<String> lines = new ArrayList<>(List.of(RUNS));
        lines.addAll(
                table(RUNS, 0, "id", "started_at", "status", "total_files", "processed_files", "succeeded", "failed")
                        .subList(0, 2));
        return lines;
    }

    private List<String> table(String sql, int timesBucket, String... header) {
        TextTable table = new TextTable(header);
        rows(sql, timesBucket, header.length)
                .forEach(row -> table.row(row.stream()
                        .map(cell -> Printable.of(cell, WIDEST_CELL))
                        .toList()));
        return table.lines();
    }

    private List<List<String>> rows(String sql, int timesBucket, int width) {
        try (Connection owner = database.owner();
                PreparedStatement query = owner.prepareStatement(sql)) {
            for (int i = 0; i < timesBucket; i++) {
                query.setObject(2 * i + 1, Sandbox.TENANT);
                query.setString(2 * i + 2, bucket);
            }
            return rows(query.executeQuery(), width);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<List<String>> rows(ResultSet result, int width) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        while (result.next()) {
            List<String> row = new ArrayList<>();
            for (int i = 1; i <= width; i++) {
                row.add(result.getString(i));
            }
            rows.add(row);
        }
        return rows;
    }
}

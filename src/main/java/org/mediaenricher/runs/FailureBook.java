package org.mediaenricher.runs;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.mediaenricher.tenancy.Database;
import org.mediaenricher.tenancy.DatabaseUnavailable;
import org.mediaenricher.tenancy.RowScoped;
import org.mediaenricher.tenancy.TenantId;

/** Which objects could not be enriched, why, and whether they were after all. */
@ApplicationScoped
@RowScoped
public class FailureBook {
    private static final String NOTE = """
            insert into public.media_enrich_failures (tenant_id, run_id, bucket, path, code, message, size_bytes, etag)
            select ?, ?, ?, f.path, f.code, f.message, f.size_bytes, f.etag
              from unnest(cast(? as text[]), cast(? as text[]), cast(? as text[]), cast(? as int8[]),
                          cast(? as text[])) as f (path, code, message, size_bytes, etag)
            on conflict (tenant_id, run_id, path) do update
              set code = excluded.code, message = excluded.message, failed_at = clock_timestamp(),
                  size_bytes = excluded.size_bytes, etag = excluded.etag, resolved_at = null
            """;

    private static final String RESOLVE = """
            update public.media_enrich_failures set resolved_at = clock_timestamp()
             where tenant_id = ? and bucket = ? and path = any(cast(? as text[])) and resolved_at is null
            """;

    private static final String UNRESOLVED = """
            select distinct path from public.media_enrich_failures
             where tenant_id = ? and bucket = ? and resolved_at is null and run_id <> ?
               and (cast(? as uuid) is null or run_id = cast(? as uuid))
               and (cast(? as text) is null or code = cast(? as text))
               and starts_with(path, ?) and path > ?
             order by path
             limit ?
            """;

    private static final String COUNT_UNRESOLVED = """
            select count(distinct path) from public.media_enrich_failures
             where tenant_id = ? and bucket = ? and resolved_at is null and starts_with(path, ?)
            """;

    /** One object's failure, to be noted. */
    public record Noted(String path, String code, String message, long size, String etag) {}

    @Resource(lookup = Database.JNDI)
    private DataSource database;

    /** Notes failures of a run, in the running transaction. */
    @Transactional(TxType.MANDATORY)
    public void note(RunWork run, List<Noted> failures) {
        if (failures.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(NOTE)) {
            insert.setObject(1, run.tenant().value());
            insert.setObject(2, run.id());
            insert.setString(3, run.bucket());
            insert.setArray(4, column(connection, "text", failures, Noted::path));
            insert.setArray(5, column(connection, "text", failures, Noted::code));
            insert.setArray(6, column(connection, "text", failures, Noted::message));
            insert.setArray(7, column(connection, "int8", failures, Noted::size));
            insert.setArray(8, column(connection, "text", failures, Noted::etag));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    /** Marks the open failures of objects that are enriched now, whichever run noted them. */
    @Transactional(TxType.MANDATORY)
    public void resolve(TenantId tenant, String bucket, List<String> paths) {
        if (paths.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(RESOLVE)) {
            update.setObject(1, tenant.value());
            update.setString(2, bucket);
            update.setArray(3, connection.createArrayOf("text", paths.toArray(String[]::new)));
            update.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    /**
     * The objects a run of mode {@code failed} is about, in the order of their keys.
     *
     * @param after only keys behind it, empty for the beginning
     */
    @Transactional(TxType.REQUIRES_NEW)
    public List<String> unresolved(RunWork run, String after, int limit) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(UNRESOLVED)) {
            select.setObject(1, run.tenant().value());
            select.setString(2, run.bucket());
            select.setObject(3, run.id());
            Object other = run.retry().map(Retry::run).orElse(null);
            select.setObject(4, other);
            select.setObject(5, other);
            String code = run.retry().flatMap(Retry::code).orElse(null);
            select.setString(6, code);
            select.setString(7, code);
            select.setString(8, run.prefix());
            select.setString(9, after);
            select.setInt(10, limit);
            return paths(select);
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    /** How many objects a run of mode {@code failed} would be about. */
    @Transactional(TxType.REQUIRES_NEW)
    public long countUnresolved(TenantId tenant, String bucket, String prefix) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(COUNT_UNRESOLVED)) {
            select.setObject(1, tenant.value());
            select.setString(2, bucket);
            select.setString(3, prefix);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    private static List<String> paths(PreparedStatement select) throws SQLException {
        List<String> paths = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                paths.add(rows.getString(1));
            }
        }
        return paths;
    }

    private static Array column(Connection connection, String type, List<Noted> failures, Function<Noted, Object> value)
            throws SQLException {
        return connection.createArrayOf(type, failures.stream().map(value).toArray());
    }
}

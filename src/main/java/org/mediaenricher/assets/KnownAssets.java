package org.mediaenricher.assets;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import javax.sql.DataSource;
import org.mediaenricher.media.PictureDecoder;
import org.mediaenricher.runs.RunMode;
import org.mediaenricher.runs.RunWork;
import org.mediaenricher.storage.StoredObject;
import org.mediaenricher.tenancy.Database;
import org.mediaenricher.tenancy.DatabaseUnavailable;
import org.mediaenricher.tenancy.RowScoped;
import org.mediaenricher.tenancy.TenantId;

/** Compares what the store holds with what is known already. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
@RowScoped
public class KnownAssets {
    private static final String KNOWN = """
            select a.path,
                   a.status = 'ready' and a.etag = o.etag and a.size_bytes = o.size_bytes
                   and (not ? or a.content_type <> all (cast(? as text[]))
                        or exists (select from public.media_asset_looks l
                                    where l.tenant_id = a.tenant_id and l.asset_id = a.id and l.etag = a.etag))
              from unnest(cast(? as text[]), cast(? as text[]), cast(? as int8[])) as o (path, etag, size_bytes)
              join public.media_assets a on a.tenant_id = ? and a.bucket = ? and a.path = o.path
            """;

    @Resource(lookup = Database.JNDI)
    private DataSource database;

    /** The paths among {@code objects} that a run of this mode leaves alone; one query for all of them. */
    public Set<String> leftAlone(RunWork run, List<StoredObject> objects) {
        if (run.mode() == RunMode.ALL || run.mode() == RunMode.FAILED || objects.isEmpty()) {
            return Set.of();
        }
        return known(run.tenant(), run.bucket(), run.looks(), objects, run.mode() == RunMode.MISSING);
    }

    /** How many of {@code objects} have an asset at all, and how many an unchanged one, with its look where asked. */
    public Counts count(TenantId tenant, String bucket, boolean looks, List<StoredObject> objects) {
        return new Counts(
                known(tenant, bucket, looks, objects, true).size(),
                known(tenant, bucket, looks, objects, false).size());
    }

    /**
     * @param present objects that have an asset
     * @param unchanged objects whose asset has the same ETag and size
     */
    public record Counts(int present, int unchanged) {}

    private Set<String> known(
            TenantId tenant, String bucket, boolean looks, List<StoredObject> objects, boolean anyState) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(KNOWN)) {
            select.setBoolean(1, looks);
            select.setArray(2, connection.createArrayOf("text", PictureDecoder.CONTENT_TYPES.toArray(String[]::new)));
            select.setArray(3, column(connection, "text", objects, String[]::new, StoredObject::path));
            select.setArray(4, column(connection, "text", objects, String[]::new, StoredObject::etag));
            select.setArray(5, column(connection, "int8", objects, Long[]::new, StoredObject::size));
            select.setObject(6, tenant.value());
            select.setString(7, bucket);
            return paths(select, anyState);
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    private static Set<String> paths(PreparedStatement select, boolean anyState) throws SQLException {
        Set<String> paths = new HashSet<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                if (anyState || rows.getBoolean(2)) {
                    paths.add(rows.getString(1));
                }
            }
        }
        return paths;
    }

    private static Array column(
            Connection connection,
            String type,
            List<StoredObject> objects,
            IntFunction<Object[]> array,
            Function<StoredObject, ?> value)
            throws SQLException {
        return connection.createArrayOf(type, objects.stream().map(value).toArray(array));
    }
}

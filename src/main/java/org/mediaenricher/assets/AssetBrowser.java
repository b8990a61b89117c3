package org.mediaenricher.assets;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.mediaenricher.security.Caller;
import org.mediaenricher.tenancy.Database;
import org.mediaenricher.tenancy.DatabaseUnavailable;
import org.mediaenricher.tenancy.RowScoped;
import org.mediaenricher.tenancy.TenantId;

/**
 * Assets page by page, as people look through them. Each page costs about the same, whatever is asked for and however
 * many assets there are: it is read in the order of an index, and ends when it is full or when enough were looked at.
 */
@ApplicationScoped
@Transactional
@RowScoped
public class AssetBrowser {
    @Resource(lookup = Database.JNDI)
    private DataSource database;

    /** A page of the caller's tenant's assets. */
    public FoundAssets find(Caller caller, AssetFilter filter) {
        TenantId tenant = caller.tenantOrRefuse();
        try (Connection connection = database.getConnection()) {
            AssetPlace place = AssetPlace.behind(connection, tenant, filter.after());
            List<String> buckets = texts(connection, AssetStreamSql.BUCKETS, tenant.value());
            AssetReading reading = new AssetReading(connection, filter);
            for (int helping : AssetReading.HELPINGS) {
                reading.begin(helping);
                for (AssetStream stream : AssetStream.of(tenant, filter, place, buckets)) {
                    reading.read(stream);
                }
                if (reading.isOver()) {
                    break;
                }
                place = reading.place();
            }
            FoundAssets found = reading.found();
            return new FoundAssets(withThumbs(connection, tenant, found.tiles()), found.next(), found.examined());
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    /** The MIME types the tenant's assets have. */
    public List<String> types(Caller caller) {
        UUID tenant = caller.tenantOrRefuse().value();
        try (Connection connection = database.getConnection()) {
            return texts(connection, AssetStreamSql.TYPES, tenant, tenant);
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    /** The names of the tenant's buckets. */
    public List<String> buckets(Caller caller) {
        try (Connection connection = database.getConnection()) {
            return texts(
                    connection, AssetStreamSql.BUCKETS, caller.tenantOrRefuse().value());
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    private static List<AssetTile> withThumbs(Connection connection, TenantId tenant, List<AssetTile> tiles)
            throws SQLException {
        Map<UUID, String> thumbs = new HashMap<>();
        Array ids = connection.createArrayOf(
                "uuid", tiles.stream().map(AssetTile::id).toArray());
        try (PreparedStatement select = connection.prepareStatement(AssetStreamSql.THUMBS)) {
            select.setObject(1, tenant.value());
            select.setArray(2, ids);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    thumbs.put(rows.getObject(1, UUID.class), rows.getString(2));
                }
            }
        }
        return tiles.stream()
                .map(tile -> tile.withThumbHash(thumbs.get(tile.id())))
                .toList();
    }

    private static List<String> texts(Connection connection, String sql, Object... parameters) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                select.setObject(i + 1, parameters[i]);
            }
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
        }
        return texts;
    }
}

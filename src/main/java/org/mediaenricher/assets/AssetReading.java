package org.mediaenricher.assets;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads streams until a page is full, or enough was looked at. */
final class AssetReading {
    /** How many assets are looked at for a page: some tens of milliseconds. */
    static final int MOST = 10_000;

    /** Rows that come at once: a page and some more. */
    private static final int FETCHED = 500;

    private final Connection connection;
    private final AssetFilter filter;
    private final List<AssetTile> tiles = new ArrayList<>();
    private Optional<UUID> next = Optional.empty();
    private UUID last;
    private int examined;

    AssetReading(Connection connection, AssetFilter filter) {
        this.connection = connection;
        this.filter = filter;
    }

    /** Does nothing when the page is full. */
    void read(AssetStream stream) throws SQLException {
        if (next.isPresent()) {
            return;
        }
        try (PreparedStatement select = connection.prepareStatement(stream.sql())) {
            bind(select, stream.parameters(MOST - examined + 1));
            select.setFetchSize(FETCHED);
            try (ResultSet rows = select.executeQuery()) {
                while (next.isEmpty() && rows.next()) {
                    take(tile(rows));
                }
            }
        }
    }

    FoundAssets found() {
        return new FoundAssets(List.copyOf(tiles), next, examined);
    }

    /** One more than fits, or than may be looked at, tells that there is a next page. */
    private void take(AssetTile tile) {
        boolean matches = filter.matches(tile);
        if (examined == MOST || matches && tiles.size() == filter.limit()) {
            next = Optional.of(last);
            return;
        }
        if (matches) {
            tiles.add(tile);
        }
        last = tile.id();
        examined++;
    }

    private void bind(PreparedStatement select, List<Object> parameters) throws SQLException {
        int at = 1;
        for (Object parameter : parameters) {
            if (parameter instanceof String[] texts) {
                select.setArray(at++, connection.createArrayOf("text", texts));
            } else {
                select.setObject(at++, parameter);
            }
        }
    }

    private static AssetTile tile(ResultSet row) throws SQLException {
        return new AssetTile(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                Optional.ofNullable(row.getString(5)),
                row.getLong(6),
                row.getInt(7),
                row.getInt(8),
                instant(row.getObject(9, OffsetDateTime.class)),
                tags(row.getArray(10)),
                Optional.empty());
    }

    private static Optional<Instant> instant(OffsetDateTime time) {
        return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
    }

    private static List<String> tags(Array tags) throws SQLException {
        return List.of((String[]) tags.getArray());
    }
}

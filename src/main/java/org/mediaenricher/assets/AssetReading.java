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

/** Reads streams until a page is full, or enough was looked at: a few rows first, and more where too few of them match. */
final class AssetReading {
    /** How many assets are looked at for a page, one helping after the other: some tens of milliseconds in all. */
    static final List<Integer> HELPINGS = List.of(200, 1800);

    private final Connection connection;
    private final AssetFilter filter;
    private final List<AssetTile> tiles = new ArrayList<>();
    private AssetTile last;
    private int examined;
    private int until;
    private boolean full;
    private boolean stopped;

    AssetReading(Connection connection, AssetFilter filter) {
        this.connection = connection;
        this.filter = filter;
    }

    /** Lets so many more be looked at. */
    void begin(int helping) {
        until = examined + helping;
        stopped = false;
    }

    /** Does nothing when the page is full, or the helping used up. */
    void read(AssetStream stream) throws SQLException {
        if (stopped) {
            return;
        }
        try (PreparedStatement select = connection.prepareStatement(stream.sql())) {
            bind(select, stream.parameters(until - examined + 1));
            try (ResultSet rows = select.executeQuery()) {
                while (!stopped && rows.next()) {
                    take(tile(rows));
                }
            }
        }
    }

    /** Whether the page is full, or the streams came to their end. */
    boolean isOver() {
        return full || !stopped;
    }

    /** Where it stopped. */
    AssetPlace place() {
        return AssetPlace.behind(last);
    }

    FoundAssets found() {
        return new FoundAssets(List.copyOf(tiles), stopped ? Optional.of(last.id()) : Optional.empty(), examined);
    }

    /** One more than fits, or than may be looked at, tells that there is a next page. */
    private void take(AssetTile tile) {
        boolean matches = filter.matches(tile);
        full = matches && tiles.size() == filter.limit();
        stopped = full || examined == until;
        if (stopped) {
            return;
        }
        if (matches) {
            tiles.add(tile);
        }
        last = tile;
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

package org.mediaenricher.assets;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Optional;
import java.util.UUID;
import org.mediaenricher.tenancy.TenantId;

/**
 * Where a list goes on, in each of its orders.
 *
 * @param id the asset it stopped at; for the beginning above all there are
 * @param bucket that asset's
 * @param path that asset's
 * @param capturedAt that asset's; for the beginning after all there are
 */
record AssetPlace(UUID id, String bucket, String path, Timestamp capturedAt) {
    /** The last instant {@code captured_at} can be. */
    static final Timestamp NEVER = Timestamp.valueOf("9999-12-31 00:00:00");

    private static final AssetPlace BEGINNING = new AssetPlace(new UUID(-1, -1), "", "", NEVER);

    /** Behind an asset that was read. */
    static AssetPlace behind(AssetTile asset) {
        return new AssetPlace(
                asset.id(),
                asset.bucket(),
                asset.path(),
                asset.capturedAt().map(Timestamp::from).orElse(NEVER));
    }

    /** Behind an asset; the beginning when there is none such. */
    static AssetPlace behind(Connection connection, TenantId tenant, Optional<UUID> after) throws SQLException {
        if (after.isEmpty()) {
            return BEGINNING;
        }
        try (PreparedStatement select = connection.prepareStatement(AssetStreamSql.PLACE)) {
            select.setObject(1, tenant.value());
            select.setObject(2, after.get());
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? new AssetPlace(
                                after.get(),
                                row.getString(1),
                                row.getString(2),
                                Optional.ofNullable(row.getTimestamp(3)).orElse(NEVER))
                        : BEGINNING;
            }
        }
    }
}

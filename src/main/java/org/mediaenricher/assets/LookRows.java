package org.mediaenricher.assets;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.mediaenricher.media.Look;
import org.mediaenricher.media.Undecodable;
import org.mediaenricher.tenancy.Database;
import org.mediaenricher.tenancy.DatabaseUnavailable;
import org.mediaenricher.tenancy.RowScoped;
import org.mediaenricher.tenancy.TenantId;

/** Writes what pictures look like, beside their assets, in one statement for many. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
@RowScoped
public class LookRows {
    private static final String UPSERT = """
            insert into public.media_asset_looks
              (tenant_id, asset_id, etag, sha256, thumb_hash, dominant_colour, perceptual_hash, failure_code,
               failure_message)
            select a.tenant_id, a.id, a.etag, l.sha256, l.thumb_hash, l.dominant_colour, l.perceptual_hash,
                   l.failure_code, l.failure_message
              from unnest(cast(? as text[]), cast(? as text[]), cast(? as text[]), cast(? as text[]),
                          cast(? as int8[]), cast(? as text[]), cast(? as text[]))
                as l (path, sha256, thumb_hash, dominant_colour, perceptual_hash, failure_code, failure_message)
              join public.media_assets a on a.tenant_id = ? and a.bucket = ? and a.path = l.path
            on conflict (tenant_id, asset_id) do update set
              etag = excluded.etag, sha256 = excluded.sha256, thumb_hash = excluded.thumb_hash,
              dominant_colour = excluded.dominant_colour, perceptual_hash = excluded.perceptual_hash,
              failure_code = excluded.failure_code, failure_message = excluded.failure_message,
              seen_at = excluded.seen_at
            """;

    @Resource(lookup = Database.JNDI)
    private DataSource database;

    /** Inserts or replaces the look of each object that was looked at; their assets are there already. */
    public void upsert(TenantId tenant, String bucket, List<Outcome.Enriched> enriched) {
        List<Outcome.Enriched> seen =
                enriched.stream().filter(one -> one.sight().isPresent()).toList();
        if (seen.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            bind(upsert, connection, seen);
            upsert.setObject(8, tenant.value());
            upsert.setString(9, bucket);
            upsert.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    private static void bind(PreparedStatement upsert, Connection connection, List<Outcome.Enriched> seen)
            throws SQLException {
        upsert.setArray(1, texts(connection, seen, Outcome.Enriched::path));
        upsert.setArray(2, texts(connection, seen, one -> sight(one).sha256().orElse(null)));
        upsert.setArray(3, texts(connection, seen, one -> look(one, Look::thumbHash)));
        upsert.setArray(4, texts(connection, seen, one -> look(one, Look::dominantColour)));
        Object[] hashes =
                seen.stream().map(one -> look(one, Look::perceptualHash)).toArray(Long[]::new);
        upsert.setArray(5, connection.createArrayOf("int8", hashes));
        upsert.setArray(6, texts(connection, seen, one -> failure(one, Undecodable::code)));
        upsert.setArray(7, texts(connection, seen, one -> failure(one, Undecodable::sentence)));
    }

    private static Sight sight(Outcome.Enriched one) {
        return one.sight().orElseThrow();
    }

    private static <T> T look(Outcome.Enriched one, Function<Look, T> value) {
        return sight(one).look().map(value).orElse(null);
    }

    private static String failure(Outcome.Enriched one, Function<Undecodable, String> value) {
        return sight(one).failure().map(value).orElse(null);
    }

    private static Array texts(
            Connection connection, List<Outcome.Enriched> seen, Function<Outcome.Enriched, String> value)
            throws SQLException {
        return connection.createArrayOf("text", seen.stream().map(value).toArray(String[]::new));
    }
}

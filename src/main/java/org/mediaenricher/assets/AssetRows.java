package org.mediaenricher.assets;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.mediaenricher.tenancy.Database;
import org.mediaenricher.tenancy.DatabaseUnavailable;
import org.mediaenricher.tenancy.RowScoped;
import org.mediaenricher.tenancy.TenantId;

/** Writes what was found of many objects in one statement. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
@RowScoped
public class AssetRows {
    private static final String MARK_FAILED = """
            update public.media_assets a
               set status = 'failed', failure_code = f.code, failure_message = f.message,
                   updated_at = clock_timestamp()
              from unnest(cast(? as text[]), cast(? as text[]), cast(? as text[])) as f (path, code, message)
             where a.tenant_id = ? and a.bucket = ? and a.path = f.path
            """;

    @Resource(lookup = Database.JNDI)
    private DataSource database;

    /**
     * Inserts or replaces the facts of each object.
     *
     * @param run the run that read them; null when none did
     */
    public void upsert(TenantId tenant, String bucket, UUID run, List<Outcome.Enriched> enriched) {
        if (enriched.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement upsert = connection.prepareStatement(AssetUpsert.SQL)) {
            AssetUpsert.bind(upsert, connection, tenant, bucket, run, enriched);
            upsert.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    /** Marks the assets of objects that can no longer be read; what was known of them before stays. */
    public void markFailed(TenantId tenant, String bucket, List<Outcome.Failed> failed) {
        if (failed.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(MARK_FAILED)) {
            update.setArray(
                    1,
                    connection.createArrayOf(
                            "text", failed.stream().map(f -> f.object().path()).toArray()));
            update.setArray(
                    2,
                    connection.createArrayOf(
                            "text", failed.stream().map(Outcome.Failed::code).toArray()));
            update.setArray(
                    3,
                    connection.createArrayOf(
                            "text", failed.stream().map(Outcome.Failed::message).toArray()));
            update.setObject(4, tenant.value());
            update.setString(5, bucket);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }
}

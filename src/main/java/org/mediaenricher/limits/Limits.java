package org.mediaenricher.limits;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;
import org.mediaenricher.tenancy.Database;
import org.mediaenricher.tenancy.DatabaseUnavailable;
import org.mediaenricher.tenancy.TenantId;

/** Grants requests as long as there are tokens, in the caller's bucket and in that of the tenant. */
@ApplicationScoped
public class Limits {
    private static final int BATCH = 1000;

    private static final String TAKE = """
            select cast(1000000 * extract(epoch from caller_full_in) as bigint),
                   cast(1000000 * extract(epoch from tenant_full_in) as bigint),
                   cast(1000000 * extract(epoch from wait) as bigint),
                   first_refusal
              from enricher.take_token(?, ?, cast(? as interval), ?, cast(? as interval), ?)
            """;

    private static final String SWEEP = "select enricher.sweep_rate_buckets(?)";

    @Resource(lookup = Database.JNDI)
    private DataSource database;

    private LimitsSettings settings;

    /** For the container's proxy only. */
    Limits() {}

    @Inject
    Limits(LimitsSettings settings) {
        this.settings = settings;
    }

    /** On a database of one's own, without a container. */
    Limits(LimitsSettings settings, DataSource database) {
        this.settings = settings;
        this.database = database;
    }

    /**
     * Takes a token from both buckets, or none from either. A single statement that commits by itself: the locks are
     * held no longer than it runs, whatever transaction the caller of this method may be in.
     *
     * @param caller who asks, as a name that is theirs alone within the tenant
     * @param allowance the measure of the caller's own bucket
     */
    @Transactional(TxType.NOT_SUPPORTED)
    public Admission admit(TenantId tenant, String caller, Allowance allowance) {
        try (Connection connection = database.getConnection();
                PreparedStatement take = connection.prepareStatement(TAKE)) {
            take.setObject(1, tenant.value());
            take.setBytes(2, digest(caller));
            take.setString(3, allowance.every().toString());
            take.setInt(4, allowance.burst());
            take.setString(5, settings.tenant().every().toString());
            take.setInt(6, settings.tenant().burst());
            return read(take, allowance);
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    /** Deletes the buckets that are full, batch by batch. */
    @Transactional(TxType.NOT_SUPPORTED)
    public void sweep() {
        try (Connection connection = database.getConnection();
                PreparedStatement sweep = connection.prepareStatement(SWEEP)) {
            sweep.setInt(1, BATCH);
            int swept;
            do {
                swept = number(sweep);
            } while (swept == BATCH);
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    private Admission read(PreparedStatement take, Allowance allowance) throws SQLException {
        try (ResultSet row = take.executeQuery()) {
            row.next();
            return new Admission(
                    new Level(allowance, micros(row, 1)),
                    new Level(settings.tenant(), micros(row, 2)),
                    micros(row, 3),
                    row.getBoolean(4));
        }
    }

    private static Duration micros(ResultSet row, int column) throws SQLException {
        return Duration.of(row.getLong(column), ChronoUnit.MICROS);
    }

    private static int number(PreparedStatement query) throws SQLException {
        try (ResultSet row = query.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    /** Names are as long as their issuer likes and may hold what PostgreSQL's texts cannot; a digest is neither. */
    private static byte[] digest(String caller) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(caller.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}

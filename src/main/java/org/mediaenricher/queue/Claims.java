package org.mediaenricher.queue;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.mediaenricher.leases.Incarnation;
import org.mediaenricher.tenancy.Database;
import org.mediaenricher.tenancy.DatabaseUnavailable;
import org.mediaenricher.tenancy.RowScoped;

/** Takes jobs for this node, each claim in a short transaction of its own. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
@RowScoped
class Claims {
    private static final String CLAIM = """
            select tenant_id, id, payload_version, payload, attempt, max_attempts, crashes, setbacks, correlation_id,
                   lease_token
              from enricher.claim_jobs(?, ?, ?, ?, ?, ?, ?, ?, cast(? as interval))
            """;

    private static final String CLAIM_SUSPECT = """
            select tenant_id, id, payload_version, payload, attempt, max_attempts, crashes, setbacks, correlation_id,
                   lease_token
              from enricher.claim_suspect(?, ?, ?, ?, cast(? as interval))
            """;

    /** What a node held under an incarnation that ran out while it was cut off, and that nobody has taken from it. */
    private static final String CARRY_OVER = """
            update public.jobs set lease_incarnation = ?
             where status = 'running' and lease_incarnation = ?
            """;

    /** A claim counts the attempt, so giving back uncounts it; nobody has begun it. */
    private static final String FREE_UNHEARD = """
            with freed as (
              update public.jobs j
                 set status = 'available', attempt = j.attempt - 1,
                     lease_token = null, lease_incarnation = null, lease_until = null
               where j.status = 'running' and j.lease_incarnation = ? and j.lease_token > ?
              returning j.kind),
            told as materialized (
              select pg_notify('enricher_jobs', k.kind) from (select distinct kind from freed) k)
            select (select count(*) from freed), (select count(*) from told)
            """;

    @Resource(lookup = Database.JNDI)
    private DataSource database;

    /**
     * @param wanted how many at the most
     * @param behind the tenant that was served last; it is the last one's turn now
     */
    List<ClaimedJob> claim(JobKind kind, int wanted, UUID behind, Incarnation me) {
        try (Connection connection = database.getConnection();
                PreparedStatement claim = connection.prepareStatement(CLAIM)) {
            claim.setString(1, kind.name());
            claim.setInt(2, kind.version());
            claim.setInt(3, wanted);
            claim.setObject(4, behind);
            setLimit(claim, 5, kind.mostRunning());
            setLimit(claim, 6, kind.mostOfTenant());
            claim.setString(7, me.node());
            claim.setLong(8, me.number());
            claim.setString(9, kind.hold().toString());
            return jobs(claim);
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    /** The next job that may be what its nodes died of, if there is one. */
    List<ClaimedJob> claimSuspect(JobKind kind, Incarnation me) {
        try (Connection connection = database.getConnection();
                PreparedStatement claim = connection.prepareStatement(CLAIM_SUSPECT)) {
            claim.setString(1, kind.name());
            claim.setInt(2, kind.version());
            claim.setString(3, me.node());
            claim.setLong(4, me.number());
            claim.setString(5, kind.hold().toString());
            return jobs(claim);
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    /** This process lives on under another incarnation: what it held and still holds is its own. */
    void carryOver(Incarnation before, Incarnation now) {
        try (Connection connection = database.getConnection();
                PreparedStatement carry = connection.prepareStatement(CARRY_OVER)) {
            carry.setLong(1, now.number());
            carry.setLong(2, before.number());
            carry.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    /**
     * Frees what a claim took that committed and whose answer was lost: nobody here knows that it is held.
     *
     * @param heard the last token that a claim of this node answered; tokens only rise
     * @return how many jobs there were
     */
    int freeUnheard(Incarnation me, long heard) {
        try (Connection connection = database.getConnection();
                PreparedStatement free = connection.prepareStatement(FREE_UNHEARD)) {
            free.setLong(1, me.number());
            free.setLong(2, heard);
            try (ResultSet row = free.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    private static void setLimit(PreparedStatement claim, int place, Optional<Integer> limit) throws SQLException {
        if (limit.isPresent()) {
            claim.setInt(place, limit.get());
        } else {
            claim.setNull(place, Types.INTEGER);
        }
    }

    private static List<ClaimedJob> jobs(PreparedStatement claim) throws SQLException {
        List<ClaimedJob> jobs = new ArrayList<>();
        try (ResultSet row = claim.executeQuery()) {
            while (row.next()) {
                jobs.add(new ClaimedJob(
                        row.getObject(1, UUID.class),
                        row.getLong(2),
                        row.getInt(3),
                        row.getString(4),
                        row.getInt(5),
                        row.getInt(6),
                        row.getInt(7),
                        row.getInt(8),
                        Optional.ofNullable(row.getString(9)),
                        row.getLong(10)));
            }
        }
        return jobs;
    }
}

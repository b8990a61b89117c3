package org.mediaenricher.queue;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.mediaenricher.leases.Incarnation;
import org.mediaenricher.tenancy.Database;
import org.mediaenricher.tenancy.DatabaseUnavailable;
import org.mediaenricher.tenancy.RowScoped;

/** What keeps the table going without anybody asking; every node does it, and none waits for another. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
@RowScoped
class Upkeep {
    private static final int MOST = 1000;

    /** All nodes are told: whoever promotes a job may know no handler of its kind, or have no place free. */
    private static final String PROMOTE = """
            with due as materialized (
              select tenant_id, id from public.jobs
               where status in ('scheduled', 'retryable') and due_at <= now()
               order by due_at limit 1000 for update skip locked),
            promoted as (
              update public.jobs j set status = 'available'
                from due d where j.tenant_id = d.tenant_id and j.id = d.id
              returning j.kind),
            told as materialized (
              select pg_notify('enricher_jobs', k.kind) from (select distinct kind from promoted) k)
            select (select count(*) from promoted),
                   cast(1000 * extract(epoch from (
                     select min(due_at) from public.jobs
                      where status in ('scheduled', 'retryable') and due_at > now()) - now()) as bigint),
                   (select count(*) from told)
            """;

    /** A node's death is not the job's fault, so it may go on at once; but it counts, for it may be its doing. */
    private static final String RESCUE = """
            with alive as materialized (
              select n.incarnation from enricher.nodes n where enricher.is_alive(n.incarnation)),
            lost as materialized (
              select j.tenant_id, j.id, j.attempt < j.max_attempts and not j.cancel_requested as again,
                     case when j.lease_until < clock_timestamp() then 'It held on for too long at node '
                          else 'Its node died: ' end || j.lease_owner as error
                from public.jobs j
               where j.status = 'running'
                 and (j.lease_until < clock_timestamp() or j.lease_incarnation not in (select incarnation from alive))
               limit 1000 for update skip locked),
            rescued as (
              update public.jobs j
                 set status = 'available', crashes = j.crashes + 1, last_error = l.error,
                     errors = coalesce(j.errors, '[]') || jsonb_build_object(
                       'attempt', j.attempt, 'at', clock_timestamp(), 'node', j.lease_owner, 'error', l.error),
                     lease_token = null, lease_incarnation = null, lease_until = null
                from lost l where l.again and j.tenant_id = l.tenant_id and j.id = l.id
              returning j.kind),
            gone as (
              delete from public.jobs j using lost l
               where not l.again and j.tenant_id = l.tenant_id and j.id = l.id
              returning j.*, l.error),
            cancelled as (
              insert into public.jobs_history
                (tenant_id, id, due_at, created_at, claimed_at, priority, attempt, max_attempts, status, kind, payload,
                 unique_key, correlation_id, lease_owner, errors)
              select tenant_id, id, due_at, created_at, claimed_at, priority, attempt, max_attempts, 'cancelled', kind,
                     payload, unique_key, correlation_id, lease_owner, errors
                from gone where cancel_requested
              returning id),
            buried as (
              insert into public.jobs_dlq
                (tenant_id, id, due_at, created_at, claimed_at, priority, attempt, max_attempts, payload_version,
                 crashes, kind, payload, unique_key, correlation_id, lease_owner, reason, errors)
              select tenant_id, id, due_at, created_at, claimed_at, priority, attempt, max_attempts, payload_version,
                     crashes + 1, kind, payload, unique_key, correlation_id, lease_owner,
                     error || ', in attempt ' || attempt || ' of ' || max_attempts || '.',
                     coalesce(errors, '[]') || jsonb_build_object(
                       'attempt', attempt, 'at', clock_timestamp(), 'node', lease_owner, 'error', error)
                from gone where not cancel_requested
              returning id),
            told as materialized (
              select pg_notify('enricher_jobs', k.kind) from (select distinct kind from rescued) k)
            select (select count(*) from rescued), (select count(*) from buried), (select count(*) from told)
            """;

    private static final String CALLED_OFF = """
            select id from public.jobs where status = 'running' and cancel_requested and lease_incarnation = ?
            """;

    @Resource(lookup = Database.JNDI)
    private DataSource database;

    /**
     * What jobs were rescued from nodes that died.
     *
     * @param rescued how many may go on
     * @param buried how many had no attempt left
     */
    record Rescue(int rescued, int buried) {}

    /**
     * What jobs became available because their time had come.
     *
     * @param next how long until the next one, empty when there is none to come
     */
    record Promotion(int promoted, Optional<Duration> next) {}

    /** Makes jobs available whose time has come, at the most a thousand. */
    Promotion promote() {
        try (Connection connection = database.getConnection();
                PreparedStatement promote = connection.prepareStatement(PROMOTE);
                ResultSet row = promote.executeQuery()) {
            row.next();
            int promoted = row.getInt(1);
            long next = row.getLong(2);
            boolean none = row.wasNull();
            if (promoted == MOST) {
                return new Promotion(promoted, Optional.of(Duration.ZERO));
            }
            return new Promotion(promoted, none ? Optional.empty() : Optional.of(Duration.ofMillis(next + 1)));
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    /** Frees what dead nodes held, at the most a thousand jobs. */
    Rescue rescue() {
        try (Connection connection = database.getConnection();
                PreparedStatement rescue = connection.prepareStatement(RESCUE);
                ResultSet row = rescue.executeQuery()) {
            row.next();
            return new Rescue(row.getInt(1), row.getInt(2));
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    /** The jobs of this node that somebody called off. */
    Set<Long> calledOff(Incarnation me) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(CALLED_OFF)) {
            query.setLong(1, me.number());
            Set<Long> ids = new HashSet<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getLong(1));
                }
            }
            return ids;
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }
}

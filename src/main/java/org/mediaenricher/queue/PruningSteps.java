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
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.mediaenricher.tenancy.Database;
import org.mediaenricher.tenancy.DatabaseUnavailable;
import org.mediaenricher.tenancy.RowScoped;

/** Each deletes up to a thousand rows in a transaction of its own, and answers how many. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
@RowScoped
class PruningSteps {
    /** Ticks of schedules that say so themselves, with the jobs they made, where these have ended well. */
    private static final String KEPT_SHORTER = """
            with old as materialized (
              select t.tenant_id, t.schedule_id, t.due_at, t.job_id
                from public.schedules s
                join public.schedule_ticks t on t.tenant_id = s.tenant_id and t.schedule_id = s.id
               where s.kept is not null and t.fired_at < now() - s.kept
               order by t.due_at limit 1000 for update of t skip locked),
            jobs as (
              delete from public.jobs_history h using old o where h.tenant_id = o.tenant_id and h.id = o.job_id)
            delete from public.schedule_ticks t using old o
             where t.tenant_id = o.tenant_id and t.schedule_id = o.schedule_id and t.due_at = o.due_at
            """;

    private static final String TICKS = """
            with old as materialized (
              select tenant_id, schedule_id, due_at from public.schedule_ticks
               where fired_at < now() - cast(? as interval)
               order by fired_at limit 1000 for update skip locked)
            delete from public.schedule_ticks t using old o
             where t.tenant_id = o.tenant_id and t.schedule_id = o.schedule_id and t.due_at = o.due_at
            """;

    private static final String DEAD_LETTERS = """
            with old as materialized (
              select tenant_id, id from public.jobs_dlq
               where ended_at < now() - cast(? as interval)
               order by ended_at limit 1000 for update skip locked)
            delete from public.jobs_dlq d using old o where d.tenant_id = o.tenant_id and d.id = o.id
            """;

    private static final String ACTIONS = """
            with old as materialized (
              select tenant_id, id from public.job_actions
               where ended_at < now() - cast(? as interval)
               order by ended_at limit 1000 for update skip locked)
            delete from public.job_actions a using old o where a.tenant_id = o.tenant_id and a.id = o.id
            """;

    private static final String TENANT_AFTER = """
            select tenant_id from public.jobs_history where tenant_id > ? order by tenant_id limit 1
            """;

    static final String HISTORY = """
            with before as materialized (select now() - cast(? as interval) as time),
            next as materialized (
              select h.tenant_id, h.id, h.created_at, h.ended_at from public.jobs_history h
               where h.tenant_id = ? and h.id > ?
               order by h.id limit 1000 for update skip locked),
            gone as (
              delete from public.jobs_history h using next n, before b
               where h.tenant_id = n.tenant_id and h.id = n.id and n.ended_at < b.time
              returning h.id)
            select (select count(*) from gone),
                   (select max(n.id) from next n having min(n.created_at) < (select b.time from before b))
            """;

    @Resource(lookup = Database.JNDI)
    private DataSource database;

    /**
     * What became of a thousand rows of one tenant's history.
     *
     * @param deleted how many of them are gone
     * @param position the last of them, empty when the rows behind are younger than what is to go, or none
     */
    record Walked(int deleted, Optional<Long> position) {}

    int keptShorter() {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement(KEPT_SHORTER)) {
            return delete.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    int ticks(Duration keep) {
        return delete(TICKS, keep);
    }

    int deadLetters(Duration keep) {
        return delete(DEAD_LETTERS, keep);
    }

    int actions(Duration keep) {
        return delete(ACTIONS, keep);
    }

    /** The tenant that follows among those that have any history. */
    Optional<UUID> tenantAfter(UUID tenant) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(TENANT_AFTER)) {
            query.setObject(1, tenant);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    /** Looks at the next thousand jobs of a tenant, in the order of their ids. */
    Walked history(UUID tenant, long position, Duration keep) {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement(HISTORY)) {
            delete.setString(1, keep.toString());
            delete.setObject(2, tenant);
            delete.setLong(3, position);
            try (ResultSet row = delete.executeQuery()) {
                row.next();
                return new Walked(row.getInt(1), Optional.ofNullable(row.getObject(2, Long.class)));
            }
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    private int delete(String sql, Duration keep) {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setString(1, keep.toString());
            return delete.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }
}

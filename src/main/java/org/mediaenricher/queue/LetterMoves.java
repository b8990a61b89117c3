package org.mediaenricher.queue;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.mediaenricher.tenancy.Database;
import org.mediaenricher.tenancy.DatabaseUnavailable;
import org.mediaenricher.tenancy.RowScoped;

/**
 * Moves the next letters of an action, in a transaction of its own that also says how far it came. The row of the action
 * is locked first, so two that carry it out go one after the other, and each letter is moved once.
 */
@ApplicationScoped
class LetterMoves {
    private static final String SOME = """
            with action as materialized (
              select a.* from public.job_actions a
               where a.tenant_id = ? and a.id = ? and a.status = 'running' for update),
            picked as materialized (
              select d.*
                from action a
               cross join lateral (
                 select l.* from public.jobs_dlq l
                  where l.tenant_id = a.tenant_id and l.id > a.position and l.ended_at <= a.asked_at
                    and (not a.filter ? 'kind' or l.kind = a.filter ->> 'kind')
                    and (not a.filter ? 'text' or position(lower(a.filter ->> 'text') in lower(l.reason)) > 0)
                    and (not a.filter ? 'ids' or a.filter -> 'ids' @> to_jsonb(l.id))
                  order by l.id limit 500 for update) d),
            back as (
              insert into public.jobs
                (tenant_id, id, kind, payload_version, payload, priority, created_at, max_attempts, unique_key,
                 correlation_id, errors)
              select p.tenant_id, p.id, p.kind, p.payload_version, p.payload, p.priority, p.created_at, p.max_attempts,
                     p.unique_key, p.correlation_id, p.errors
                from picked p, action a where a.action = 'redrive'
              on conflict (tenant_id, kind, unique_key) where unique_key is not null do nothing
              returning tenant_id, id, kind),
            told as materialized (
              select pg_notify('enricher_jobs', k.kind) from (select distinct kind from back) k),
            gone as (
              delete from public.jobs_dlq d
               using picked p, action a
               where d.tenant_id = p.tenant_id and d.id = p.id
                 and (a.action = 'discard' or p.id in (select b.id from back b))
              returning d.id)
            update public.job_actions a
               set done = a.done + (select count(*) from gone),
                   left_out = a.left_out + (select count(*) from picked) - (select count(*) from gone),
                   position = coalesce((select max(id) from picked), a.position),
                   status = case when exists (select from picked) then 'running' else 'completed' end,
                   ended_at = case when exists (select from picked) then null else clock_timestamp() end
              from action b
             where a.tenant_id = b.tenant_id and a.id = b.id
            returning a.status = 'running', (select count(*) from told)
            """.replace(" ? '", " ?? '"); // JDBC's own question marks are single

    @Resource(lookup = Database.JNDI)
    private DataSource database;

    /** Moves some; answers whether there may be more. */
    @Transactional(TxType.REQUIRES_NEW)
    @RowScoped
    boolean some(UUID tenant, UUID action) {
        try (Connection connection = database.getConnection();
                PreparedStatement move = connection.prepareStatement(SOME)) {
            move.setObject(1, tenant);
            move.setObject(2, action);
            try (ResultSet row = move.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }
}

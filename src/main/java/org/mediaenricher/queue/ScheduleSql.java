package org.mediaenricher.queue;

/** What {@link Schedules} asks of the database. */
final class ScheduleSql {
    static final String LIST = """
            select s.* from public.schedules s
             where s.name > :after order by s.name limit :limit
            """;

    static final String GET = "select s.* from public.schedules s where s.id = :id";

    static final String LAST_TICKS = """
            select h.schedule_id, h.due_at, h.fired_at, h.node, h.catch_up, h.missed, h.asked_by, h.job_id, h.skipped,
                   h.outcome, h.began_at, h.ended_at, h.reason
              from public.schedules s
             cross join lateral (
               select t.* from public.schedule_history t
                where t.tenant_id = s.tenant_id and t.schedule_id = s.id
                order by t.due_at desc limit 1) h
             where s.id in (:ids)
            """;

    static final String TICKS = """
            select h.schedule_id, h.due_at, h.fired_at, h.node, h.catch_up, h.missed, h.asked_by, h.job_id, h.skipped,
                   h.outcome, h.began_at, h.ended_at, h.reason
              from public.schedule_history h
             where h.tenant_id = :tenant and h.schedule_id = :id and h.due_at < cast(:before as timestamptz)
             order by h.due_at desc limit :limit
            """;

    static final String CREATE = """
            insert into public.schedules
              (tenant_id, id, name, expression, zone, kind, payload_version, payload, next_at, created_by, updated_by)
            values (:tenant, :id, :name, :expression, :zone, :kind, :version, cast(:payload as jsonb),
                    cast(:next as timestamptz), :by, :by)
            on conflict (tenant_id, name) do nothing
            """;

    static final String NAMED = "select s.id from public.schedules s where s.name = :name and s.id <> :id";

    static final String CHANGE = """
            update public.schedules
               set name = :name, expression = :expression, zone = :zone, payload_version = :version,
                   payload = cast(:payload as jsonb),
                   next_at = case when enabled then cast(:next as timestamptz) end,
                   updated_at = clock_timestamp(), updated_by = :by
             where id = :id
            """;

    static final String PAUSE = """
            update public.schedules
               set enabled = false, next_at = null, updated_at = clock_timestamp(), updated_by = :by
             where id = :id and enabled
            """;

    static final String RESUME = """
            update public.schedules
               set enabled = true, next_at = cast(:next as timestamptz), updated_at = clock_timestamp(),
                   updated_by = :by
             where id = :id and not enabled
            """;

    static final String REMOVE = "delete from public.schedules where id = :id";

    static final String NOW = "select clock_timestamp()";

    private ScheduleSql() {}
}

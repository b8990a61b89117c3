package org.mediaenricher.runs;

/** The questions {@link Runs} asks. Row-level security adds whose rows. */
final class RunQueries {
    static final String LIST = """
            select r.* from public.media_enrich_runs r
             where (cast(:bucket as text) is null or r.bucket = cast(:bucket as text))
               and (cast(:status as text) is null or r.status = cast(:status as text))
               and (cast(:startedBy as text) is null or r.started_by = cast(:startedBy as text))
               and (cast(:since as timestamptz) is null or r.started_at >= cast(:since as timestamptz))
               and (cast(:until as timestamptz) is null or r.started_at < cast(:until as timestamptz))
               and (cast(:after as uuid) is null
                    or (r.started_at, r.id) < (select a.started_at, a.id from public.media_enrich_runs a
                                                where a.id = cast(:after as uuid)))
             order by r.started_at desc, r.id desc
             limit :limit
            """;

    static final String BY_IDEMPOTENCY_KEY =
            "select r.* from public.media_enrich_runs r where r.idempotency_key = :key";

    static final String ACTIVE_ON = """
            select r.* from public.media_enrich_runs r
             where r.bucket = :bucket and r.prefix = :prefix and r.status in ('pending', 'running', 'stopping')
            """;

    static final String FAILURES = """
            select f from Failure f
             where f.runId = :run and (:code = '' or f.code = :code) and f.path > :after
             order by f.path
            """;

    static final String EXECUTIONS = """
            select e.* from public.batch_executions e
             where e.run_id = :run
               and (cast(:after as uuid) is null
                    or (e.started_at, e.id) > (select a.started_at, a.id from public.batch_executions a
                                                where a.id = cast(:after as uuid)))
             order by e.started_at, e.id
             limit :limit
            """;

    static final String UNRESOLVED = """
            select count(*) from Failure f
             where f.runId = :run and f.resolvedAt is null and (:code = '' or f.code = :code)
            """;

    static final String LAST_COMPLETED = "select max(r.endedAt) from Run r where r.status = :completed";

    private RunQueries() {}
}

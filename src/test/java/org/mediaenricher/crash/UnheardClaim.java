package org.mediaenricher.crash;

import org.mediaenricher.harness.Sandbox;
import org.mediaenricher.harness.ServerNode;
import org.mediaenricher.harness.TableLock;

/**
 * A session breaks when the claim it was asked for has committed, and before the answer is there: the jobs are held, and
 * nobody knows. They go on at once, and no attempt is used up. What such a claim leaves behind is put there by hand, for
 * no session can be cut so exactly; then a claim fails for certain.
 */
public record UnheardClaim(int jobs) implements Scenario {
    /** Its token is far ahead, for the node may claim something else before its next claim fails. */
    private static final String CLAIMED = """
            with token as materialized (select nextval('enricher.fencing_tokens') + 1000000 as far)
            insert into public.jobs
              (tenant_id, kind, payload, status, attempt, max_attempts, lease_owner, lease_incarnation, lease_token,
               lease_until, claimed_at)
            select ?, 'act-in-transaction', jsonb_build_object('act', 'write', 'name', ? || n), 'running', 1, 1,
                   o.name, o.incarnation, t.far, clock_timestamp() + interval '1 hour', clock_timestamp()
              from generate_series(1, ?) n cross join token t cross join enricher.nodes o
             where o.name = ?
            """;

    private static final String TELL = "select pg_notify('enricher_jobs', 'act-in-transaction') is null as told";

    /** The session of the thread that claims, whatever it is at: who rescues and ends jobs may wait at the lock as well. */
    private static final String CUT = """
            select pg_terminate_backend(pid) from pg_stat_activity
             where application_name = ? and wait_event_type = 'Lock'
               and (query like '%enricher.claim_%' or query like '%promoted as%' or query like '%freed as%')
            """;

    @Override
    public Toll on(Field field) {
        String prefix = Field.prefix("unheard");
        ServerNode node = field.node("a");
        field.rows(CLAIMED, Sandbox.TENANT, prefix, jobs, node.name());
        long stroke;
        try (TableLock claims = TableLock.on(field.sandbox().database(), "public.jobs")) {
            field.rows(TELL);
            field.await(
                    "a claim that waits",
                    () -> !field.rows(CUT, node.application()).isEmpty());
            stroke = System.nanoTime();
        }
        field.awaitDone(prefix, jobs);
        field.rescued(stroke);
        return field.toll("queue-unheard-claim", 1, prefix, jobs).lost(field.dead(prefix));
    }
}

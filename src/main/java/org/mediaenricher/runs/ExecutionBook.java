package org.mediaenricher.runs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.util.Collection;
import java.util.UUID;
import org.mediaenricher.leases.Incarnation;
import org.mediaenricher.tenancy.RowScoped;

/** The history of what the batch engines of all nodes did. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
@RowScoped
public class ExecutionBook {
    private static final String BEGIN = """
            insert into public.batch_executions
              (tenant_id, id, run_id, node, incarnation, execution_id, job, role, parameters)
            select r.tenant_id, :id, r.id, :node, :incarnation, :number, :job,
                   case when r.driver_incarnation = :incarnation then 'driver' else 'helper' end,
                   cast(:parameters as jsonb)
              from public.media_enrich_runs r
             where r.tenant_id = :tenant and r.id = :run
            """;

    private static final String END = """
            update public.batch_executions
               set status = :status, exit_status = :exitStatus, steps = cast(:steps as jsonb),
                   ended_at = clock_timestamp()
             where id = :id
            """;

    private static final String ABANDON = """
            with lost as materialized (
              select tenant_id, id from public.batch_executions
               where status = 'running'
                 and (not enricher.is_alive(incarnation)
                      or incarnation = :incarnation and run_id <> all (:atWork))
               for update skip locked)
            update public.batch_executions e
               set status = 'abandoned', ended_at = clock_timestamp()
              from lost
             where e.tenant_id = lost.tenant_id and e.id = lost.id
            """;

    private static final String FORGET = """
            with old as materialized (
              select tenant_id, id from public.batch_executions
               where status <> 'running' and ended_at < clock_timestamp() - cast(:age as interval)
               order by ended_at
               limit :most
               for update skip locked)
            delete from public.batch_executions e
             using old
             where e.tenant_id = old.tenant_id and e.id = old.id
            """;

    private static final String FORGET_INSTANCES = """
            select enricher.forget_instances(
                     cast(:age as interval), :most,
                     array(select enricher.home_of(node) || '.' || execution_id
                             from public.batch_executions where status = 'running'))
            """;

    @PersistenceContext
    private EntityManager database;

    /**
     * Writes down that an execution begins: as the driver's, where its node drives the run now, or else as a helper's.
     *
     * @return its id
     */
    public UUID begin(BegunExecution begun) {
        UUID id = UUID.randomUUID();
        database.createNativeQuery(BEGIN)
                .setParameter("tenant", begun.tenant().value())
                .setParameter("id", id)
                .setParameter("run", begun.run())
                .setParameter("node", begun.node().node())
                .setParameter("incarnation", begun.node().number())
                .setParameter("number", begun.number())
                .setParameter("job", begun.job())
                .setParameter("parameters", begun.parameters())
                .executeUpdate();
        return id;
    }

    /** Writes down how it ended; what was given up as abandoned has ended after all. */
    public void end(UUID id, EndedExecution ended) {
        database.createNativeQuery(END)
                .setParameter("id", id)
                .setParameter("status", ended.status())
                .setParameter("exitStatus", ended.exitStatus())
                .setParameter("steps", ended.steps())
                .executeUpdate();
    }

    /**
     * Marks what runs no more, though nobody wrote down its end: executions of nodes that died, and of this one on runs
     * it does not work on.
     *
     * @return how many
     */
    public int abandon(Incarnation me, Collection<UUID> atWork) {
        return database.createNativeQuery(ABANDON)
                .setParameter("incarnation", me.number())
                .setParameter("atWork", atWork.toArray(UUID[]::new))
                .executeUpdate();
    }

    /**
     * Deletes history that ended longer ago than an age.
     *
     * @param most how many rows at the most
     * @return how many were deleted
     */
    public int forget(Duration age, int most) {
        return database.createNativeQuery(FORGET)
                .setParameter("age", age.toString())
                .setParameter("most", most)
                .executeUpdate();
    }

    /**
     * Deletes from the repositories of all nodes' engines the job instances nothing of which is younger than an age,
     * and nothing of which runs.
     *
     * @param most how many at the most
     * @return how many were deleted
     */
    public int forgetInstances(Duration age, int most) {
        return (Integer) database.createNativeQuery(FORGET_INSTANCES, Integer.class)
                .setParameter("age", age.toString())
                .setParameter("most", most)
                .getSingleResult();
    }
}

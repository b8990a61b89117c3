package org.mediaenricher.runs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mediaenricher.leases.Incarnation;
import org.mediaenricher.tenancy.RowScoped;
import org.mediaenricher.tenancy.TenantId;

/** How the server itself moves a run on. Every change is a compare-and-set that only the run's driver can make. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
@RowScoped
public class RunProgress {
    @PersistenceContext
    private EntityManager database;

    /**
     * Makes this node the driver of runs that have none: new ones, those of a node that died, and those whose pause
     * after an outage is over.
     *
     * @return how many
     */
    public int adopt(Incarnation driver) {
        return database.createNativeQuery(RunProgressSql.ADOPT)
                .setParameter("node", driver.node())
                .setParameter("incarnation", driver.number())
                .getResultList()
                .size();
    }

    /** The runs this node drives that should be moving now. */
    public List<ActiveRun> drivenBy(Incarnation driver) {
        return activeRuns(database.createNativeQuery(RunProgressSql.DRIVEN)
                .setParameter("incarnation", driver.number())
                .getResultList());
    }

    /** Says that work on the run begins, or goes on. */
    public void begin(UUID run) {
        database.createNativeQuery(RunProgressSql.BEGIN)
                .setParameter("run", run)
                .executeUpdate();
    }

    /** What there is to do, empty when the run is not to be worked on any more. */
    public Optional<RunWork> work(UUID run) {
        List<?> rows = database.createNativeQuery(RunProgressSql.WORK)
                .setParameter("run", run)
                .getResultList();
        return rows.stream().findFirst().map(row -> work((Object[]) row));
    }

    /** Remembers which execution of this node's batch engine works on the run. */
    public void executedBy(UUID run, long execution) {
        database.createNativeQuery(RunProgressSql.EXECUTED_BY)
                .setParameter("run", run)
                .setParameter("execution", execution)
                .executeUpdate();
    }

    /** Says, in the transaction of the last slice, that the bucket is listed to its end. */
    @Transactional(TxType.MANDATORY)
    public void surveyed(UUID run) {
        database.createNativeQuery(RunProgressSql.SURVEYED)
                .setParameter("run", run)
                .executeUpdate();
    }

    /** Whether the bucket is listed to its end. */
    public boolean isSurveyed(UUID run) {
        return (Boolean) database.createNativeQuery(RunProgressSql.IS_SURVEYED)
                .setParameter("run", run)
                .getSingleResult();
    }

    /** Ends a run whose every slice is done as completed; false when something is left to do. */
    public boolean complete(UUID run) {
        return database.createNativeQuery(RunProgressSql.COMPLETE)
                        .setParameter("run", run)
                        .executeUpdate()
                == 1;
    }

    /** Ends a run that was asked to stop. */
    public void stopped(UUID run) {
        database.createNativeQuery(RunProgressSql.STOPPED)
                .setParameter("run", run)
                .executeUpdate();
    }

    /** Ends a run for good reason; it can be restarted. */
    public void fail(UUID run, String reason) {
        database.createNativeQuery(RunProgressSql.FAIL)
                .setParameter("run", run)
                .setParameter("reason", reason)
                .executeUpdate();
    }

    /** How often in a row the run met an outage without getting one chunk further. */
    public int outages(UUID run) {
        return (Integer) database.createNativeQuery(RunProgressSql.OUTAGES)
                .setParameter("run", run)
                .getSingleResult();
    }

    /** Lets the run rest until an outage may be over. */
    public void pause(UUID run, Duration rest, String reason) {
        database.createNativeQuery(RunProgressSql.PAUSE)
                .setParameter("run", run)
                .setParameter("rest", rest.toString())
                .setParameter("reason", reason)
                .executeUpdate();
    }

    private static List<ActiveRun> activeRuns(List<?> rows) {
        return rows.stream().map(row -> activeRun((Object[]) row)).toList();
    }

    private static ActiveRun activeRun(Object[] row) {
        return new ActiveRun(
                (UUID) row[0], new TenantId((UUID) row[1]), (Boolean) row[2], ((Number) row[3]).longValue());
    }

    private static RunWork work(Object[] row) {
        return new RunWork(
                (UUID) row[0],
                new TenantId((UUID) row[1]),
                (String) row[2],
                (String) row[3],
                (String) row[4],
                ((Number) row[5]).longValue(),
                RunMode.of((String) row[6]).orElseThrow(),
                (Boolean) row[7],
                Optional.ofNullable((UUID) row[8]));
    }
}

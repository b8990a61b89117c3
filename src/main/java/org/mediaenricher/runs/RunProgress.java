package org.mediaenricher.runs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.mediaenricher.leases.Incarnation;
import org.mediaenricher.tenancy.RowScoped;
import org.mediaenricher.tenancy.TenantId;

/**
 * How the server itself moves a run on. Every change is a compare-and-set that only the run's driver can make, but for
 * the completion: whoever wrote the last slice may say that it was the last.
 */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
@RowScoped
public class RunProgress {
    /** Why a run fails that met more bad objects than it may. */
    public static final String TOO_MANY_FAILED = "More objects failed than the skip limit of the run allows.";

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

    /** The runs another node drives that have slices to lease now. */
    public List<ActiveRun> inNeedOfHelp(Incarnation helper) {
        return activeRuns(database.createNativeQuery(RunProgressSql.IN_NEED_OF_HELP)
                .setParameter("incarnation", helper.number())
                .getResultList());
    }

    /** Whether this life of a node drives the run. */
    public boolean isDrivenBy(UUID run, Incarnation node) {
        return (Boolean) database.createNativeQuery(RunProgressSql.IS_DRIVEN_BY)
                .setParameter("run", run)
                .setParameter("incarnation", node.number())
                .getSingleResult();
    }

    /** Whether whoever works on the run is to end at the next chunk, for it was asked to stop, or failed. */
    public boolean isHalted(UUID run) {
        return isTrue(RunProgressSql.IS_HALTED, run);
    }

    /** Says that work on the run begins, or goes on. */
    public void begin(UUID run, Incarnation driver) {
        asDriver(RunProgressSql.BEGIN, run, driver).executeUpdate();
    }

    /** What there is to do, empty when the run is not to be worked on any more. */
    public Optional<RunWork> work(UUID run) {
        List<?> rows = database.createNativeQuery(RunProgressSql.WORK)
                .setParameter("run", run)
                .getResultList();
        return rows.stream().findFirst().map(row -> work((Object[]) row));
    }

    /** Remembers which execution of the driver's batch engine works on the run. */
    public void executedBy(UUID run, Incarnation driver, long execution) {
        asDriver(RunProgressSql.EXECUTED_BY, run, driver)
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
        return isTrue(RunProgressSql.IS_SURVEYED, run);
    }

    /**
     * Ends a run whose every slice is done as completed; false when something is left to do, or more objects failed
     * than its skip limit allows.
     */
    public boolean complete(UUID run) {
        return database.createNativeQuery(RunProgressSql.COMPLETE)
                        .setParameter("run", run)
                        .executeUpdate()
                == 1;
    }

    /** Whether the run was completed, by whomever. */
    public boolean isCompleted(UUID run) {
        return isTrue(RunProgressSql.IS_COMPLETED, run);
    }

    /** Ends a run that was asked to stop, once nobody alive holds a slice of it. */
    public void stopped(UUID run, Incarnation driver) {
        asDriver(RunProgressSql.STOPPED, run, driver).executeUpdate();
    }

    /** Ends a run for good reason; it can be restarted. */
    public void fail(UUID run, Incarnation driver, String reason) {
        asDriver(RunProgressSql.FAIL, run, driver)
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
    public void pause(UUID run, Incarnation driver, Duration rest, String reason) {
        asDriver(RunProgressSql.PAUSE, run, driver)
                .setParameter("rest", rest.toString())
                .setParameter("reason", reason)
                .executeUpdate();
    }

    private Query asDriver(String update, UUID run, Incarnation driver) {
        return database.createNativeQuery(update).setParameter("run", run).setParameter("incarnation", driver.number());
    }

    private boolean isTrue(String question, UUID run) {
        return (Boolean)
                database.createNativeQuery(question).setParameter("run", run).getSingleResult();
    }

    private static List<ActiveRun> activeRuns(List<?> rows) {
        return rows.stream().map(row -> activeRun((Object[]) row)).toList();
    }

    private static ActiveRun activeRun(Object[] row) {
        return new ActiveRun(
                (UUID) row[0],
                new TenantId((UUID) row[1]),
                (Boolean) row[2],
                ((Number) row[3]).longValue(),
                ActiveRun.Left.valueOf(((String) row[4]).toUpperCase(Locale.ROOT)));
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
                Optional.ofNullable((UUID) row[8])
                        .map(other -> new Retry(other, Optional.ofNullable((String) row[9]))));
    }
}

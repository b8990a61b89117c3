package org.mediaenricher.runs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mediaenricher.leases.Incarnation;
import org.mediaenricher.tenancy.RowScoped;
import org.mediaenricher.tenancy.TenantId;

/** The pieces of runs: written by the survey, leased one by one, advanced chunk by chunk. */
@ApplicationScoped
@RowScoped
public class Slices {
    @PersistenceContext
    private EntityManager database;

    /** How far the run's survey is. */
    @Transactional(TxType.REQUIRES_NEW)
    public SurveyPosition surveyed(UUID run) {
        Object[] row = (Object[]) database.createNativeQuery(SliceSql.SURVEYED)
                .setParameter("run", run)
                .getSingleResult();
        return new SurveyPosition(((Number) row[0]).intValue(), (String) row[1], ((Number) row[2]).longValue());
    }

    /**
     * Adds slices to a run, and their objects to its total, in the running transaction.
     *
     * @return false, and nothing is added, when the surveyor is not the run's driver any more
     */
    @Transactional(TxType.MANDATORY)
    public boolean append(UUID run, TenantId tenant, Incarnation surveyor, List<SurveyedPage> pages) {
        int driven = database.createNativeQuery(SliceSql.ADD_TO_TOTAL)
                .setParameter("run", run)
                .setParameter("incarnation", surveyor.number())
                .setParameter(
                        "count", pages.stream().mapToLong(SurveyedPage::count).sum())
                .executeUpdate();
        if (driven == 0) {
            return false;
        }
        for (SurveyedPage page : pages) {
            database.createNativeQuery(SliceSql.APPEND)
                    .setParameter("tenant", tenant.value())
                    .setParameter("run", run)
                    .setParameter("number", page.number())
                    .setParameter("after", page.afterKey())
                    .setParameter("last", page.lastKey())
                    .setParameter("count", page.count())
                    .executeUpdate();
        }
        return true;
    }

    /**
     * Leases the next slice that nobody alive holds, at once: its own short transaction, for a store is slow and a
     * lock on a row is not to wait for it.
     *
     * @return empty when none is left, or the run is not to go on
     */
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<Slice> lease(UUID run, Incarnation holder) {
        List<?> rows = database.createNativeQuery(SliceSql.LEASE)
                .setParameter("run", run)
                .setParameter("node", holder.node())
                .setParameter("incarnation", holder.number())
                .getResultList();
        return rows.stream().findFirst().map(row -> slice((Object[]) row));
    }

    /** Gives back what this life of a node still holds of a run. */
    @Transactional(TxType.REQUIRES_NEW)
    public void release(UUID run, Incarnation holder) {
        database.createNativeQuery(SliceSql.RELEASE)
                .setParameter("run", run)
                .setParameter("incarnation", holder.number())
                .executeUpdate();
    }

    /**
     * Moves a slice on, in the transaction that writes what the move stands for.
     *
     * @param lastKey the last key of the chunk
     * @param objects how many outcomes the chunk holds
     * @param done whether the slice ends here
     * @return false when another node, or another life of this one, holds the slice now: nothing of it may be written
     */
    @Transactional(TxType.MANDATORY)
    public boolean advance(RunWork run, Slice slice, String lastKey, int objects, boolean done) {
        return database.createNativeQuery(SliceSql.ADVANCE)
                        .setParameter("run", run.id())
                        .setParameter("tenant", run.tenant().value())
                        .setParameter("number", slice.number())
                        .setParameter("token", slice.token())
                        .setParameter("position", lastKey)
                        .setParameter("objects", objects)
                        .setParameter("done", done)
                        .executeUpdate()
                == 1;
    }

    /**
     * Adds a chunk to its run's counters. The last statement of a chunk, for all partitions meet at this one row.
     *
     * @return how many objects the run may still see fail; negative when its skip limit is passed
     */
    @Transactional(TxType.MANDATORY)
    public long count(RunWork run, Tally tally) {
        return ((Number) database.createNativeQuery(SliceSql.COUNT)
                        .setParameter("run", run.id())
                        .setParameter("tenant", run.tenant().value())
                        .setParameter("succeeded", tally.succeeded())
                        .setParameter("failed", tally.failed())
                        .setParameter("skipped", tally.skipped())
                        .setParameter("processed", tally.processed())
                        .setParameter("unplanned", tally.unplanned())
                        .getSingleResult())
                .longValue();
    }

    private static Slice slice(Object[] row) {
        return new Slice(
                ((Number) row[0]).intValue(),
                (String) row[1],
                (String) row[2],
                ((Number) row[3]).intValue(),
                (String) row[4],
                ((Number) row[5]).intValue(),
                ((Number) row[6]).longValue());
    }
}

package org.mediaenricher.batch.backfill;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;
import org.mediaenricher.leases.ThisNode;
import org.mediaenricher.runs.RunProgress;
import org.mediaenricher.runs.RunWork;
import org.mediaenricher.runs.Slices;
import org.mediaenricher.runs.SurveyPosition;
import org.mediaenricher.runs.SurveyedPage;
import org.mediaenricher.storage.ListQuery;
import org.mediaenricher.storage.NoSuchBucket;
import org.mediaenricher.storage.StoreUnavailable;

/**
 * Lists the bucket page by page, from the last slice on that is written down. Its last item is an empty page. Only the
 * run's driver surveys.
 */
@Named
@Dependent
public class SurveyReader extends AbstractItemReader {
    @Inject
    @BatchProperty(name = "run")
    private String run;

    @Inject
    @BatchProperty(name = "tenant")
    private String tenant;

    @Inject
    private RunProgress progress;

    @Inject
    private Slices slices;

    @Inject
    private Keys keys;

    @Inject
    private ThisNode node;

    @Inject
    private Troubles troubles;

    private Optional<RunWork> work = Optional.empty();
    private SurveyPosition position;
    private boolean endReached;
    private boolean ended;

    @Override
    public void open(Serializable unused) {
        RunParameters parameters = RunParameters.of(run, tenant);
        work = parameters.work(progress);
        ended = parameters.asTenant(() -> !drives(parameters.run()) || progress.isSurveyed(parameters.run()));
        position = parameters.asTenant(() -> slices.surveyed(parameters.run()));
        endReached = work.filter(todo -> todo.limit() > 0 && todo.limit() == position.found())
                .isPresent();
    }

    @Override
    public SurveyedPage readItem() {
        if (ended || work.isEmpty() || troubles.any(work.get().id())) {
            return null;
        }
        try {
            return page(work.get());
        } catch (StoreUnavailable away) {
            troubles.outage(work.get().id(), away.getMessage());
        } catch (NoSuchBucket gone) {
            troubles.lasting(work.get().id(), gone.getMessage());
        }
        ended = true;
        return null;
    }

    private SurveyedPage page(RunWork run) {
        if (endReached) {
            ended = true;
            return new SurveyedPage(position.nextNumber(), position.lastKey(), position.lastKey(), 0);
        }
        Keys.Page page = keys.page(run, position.lastKey(), pageSize(run));
        endReached = !page.more() || position.found() + page.keys().size() == run.limit();
        if (page.keys().isEmpty()) {
            return page(run);
        }
        String lastKey = page.keys().get(page.keys().size() - 1);
        SurveyedPage found = new SurveyedPage(
                position.nextNumber(), position.lastKey(), lastKey, page.keys().size());
        position = new SurveyPosition(found.number() + 1, lastKey, position.found() + found.count());
        return found;
    }

    private boolean drives(UUID id) {
        return node.incarnation().filter(me -> progress.isDrivenBy(id, me)).isPresent();
    }

    private int pageSize(RunWork run) {
        long left = run.limit() == 0 ? ListQuery.LONGEST_PAGE : run.limit() - position.found();
        return (int) Math.min(left, ListQuery.LONGEST_PAGE);
    }
}

package org.mediaenricher.batch.backfill;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.mediaenricher.leases.Incarnation;
import org.mediaenricher.leases.ThisNode;
import org.mediaenricher.runs.RunProgress;
import org.mediaenricher.runs.Slices;
import org.mediaenricher.runs.SurveyedPage;
import org.mediaenricher.tenancy.RowSecurity;

/** Writes each page down as a slice, and with the last one that the survey is complete. */
@Named
@Dependent
public class SurveyWriter extends AbstractItemWriter {
    @Inject
    @BatchProperty(name = "run")
    private String run;

    @Inject
    @BatchProperty(name = "tenant")
    private String tenant;

    @Inject
    private Slices slices;

    @Inject
    private RunProgress progress;

    @Inject
    private RowSecurity rows;

    @Inject
    private ThisNode node;

    @Inject
    private Troubles troubles;

    private Optional<Incarnation> surveyor = Optional.empty();

    /** Who surveys is the life of this node that began it: a later one may meet another node's slices. */
    @Override
    public void open(Serializable unused) {
        surveyor = node.incarnation();
    }

    @Override
    public void writeItems(List<Object> items) {
        List<SurveyedPage> pages = items.stream().map(SurveyedPage.class::cast).toList();
        RunParameters parameters = RunParameters.of(run, tenant);
        boolean written = parameters.asTenant(
                () -> surveyor.filter(me -> write(parameters, me, pages)).isPresent());
        rows.leave();
        if (!written) {
            troubles.lostLease(parameters.run(), "the survey");
        }
    }

    private boolean write(RunParameters parameters, Incarnation me, List<SurveyedPage> pages) {
        List<SurveyedPage> found =
                pages.stream().filter(Predicate.not(SurveyedPage::end)).toList();
        boolean written = slices.append(parameters.run(), parameters.tenant(), me, found);
        if (written && found.size() < pages.size()) {
            progress.surveyed(parameters.run());
        }
        return written;
    }
}

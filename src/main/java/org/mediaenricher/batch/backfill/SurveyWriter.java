package org.mediaenricher.batch.backfill;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.function.Predicate;
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

    @Override
    public void writeItems(List<Object> items) {
        List<SurveyedPage> pages = items.stream().map(SurveyedPage.class::cast).toList();
        RunParameters parameters = RunParameters.of(run, tenant);
        parameters.asTenant(() -> {
            slices.append(
                    parameters.run(),
                    parameters.tenant(),
                    pages.stream().filter(Predicate.not(SurveyedPage::end)).toList());
            if (pages.stream().anyMatch(SurveyedPage::end)) {
                progress.surveyed(parameters.run());
            }
            return null;
        });
        rows.leave();
    }
}

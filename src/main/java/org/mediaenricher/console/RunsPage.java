package org.mediaenricher.console;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.mediaenricher.problems.Problem;
import org.mediaenricher.runs.Bucket;
import org.mediaenricher.runs.Buckets;
import org.mediaenricher.runs.Run;
import org.mediaenricher.runs.RunFilter;
import org.mediaenricher.runs.RunStatus;
import org.mediaenricher.runs.Runs;

/** {@code /console/runs.xhtml}: the runs of the tenant, newest first, by state, bucket, person and day. */
@Named
@RequestScoped
public class RunsPage {
    @Inject
    private Runs runs;

    @Inject
    private Buckets buckets;

    @Inject
    private Address address;

    private Listed<Run> found;

    /** Asks once for what the page shows in several places. */
    @PostConstruct
    void load() {
        RunFilter filter = new RunFilter(
                address.given("bucket"),
                address.given("status").map(RunsPage::status),
                address.given("by"),
                Days.begin(address, "since"),
                Days.end(address, "until"),
                address.given("after").map(key -> address.id("after")),
                Listed.ASKED);
        found = Listed.of(runs.list(filter), Run::id);
    }

    /** A page of them. */
    public Listed<RunView> getRows() {
        return found.map(RunView::of);
    }

    /** The names of the tenant's buckets. */
    public List<String> getBuckets() {
        return buckets.all().stream().map(Bucket::name).toList();
    }

    /** All words for a run's state. */
    public List<String> getStatuses() {
        return RunStatus.words();
    }

    private static RunStatus status(String word) {
        return RunStatus.of(word)
                .orElseThrow(() ->
                        Problem.invalid(Map.of("status", "must be one of " + String.join(", ", RunStatus.words()))));
    }
}

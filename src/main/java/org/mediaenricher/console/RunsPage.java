package org.mediaenricher.console;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
    private static final int PAGE = 50;

    @Inject
    private Runs runs;

    @Inject
    private Buckets buckets;

    @Inject
    private Address address;

    private List<Run> found;

    /** Asks once for what the page shows in several places. */
    @PostConstruct
    void load() {
        found = runs.list(new RunFilter(
                address.given("bucket"),
                address.given("status").map(RunsPage::status),
                address.given("by"),
                day("from"),
                day("until").map(first -> first.plusSeconds(86_400)),
                address.given("after").map(after -> UUID.fromString(after)),
                PAGE + 1));
    }

    /** A page of them. */
    public List<RunView> getRuns() {
        return found.stream().limit(PAGE).map(RunView::of).toList();
    }

    /** The last one's id where there are more; empty at the end. */
    public String getAfter() {
        return found.size() > PAGE ? found.get(PAGE - 1).id().toString() : "";
    }

    /** The names of the tenant's buckets. */
    public List<String> getBuckets() {
        return buckets.all().stream().map(Bucket::name).toList();
    }

    /** All words for a run's state. */
    public List<String> getStatuses() {
        return RunStatus.words();
    }

    private Optional<Instant> day(String name) {
        return address.given(name).map(day -> {
            try {
                return LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
            } catch (DateTimeParseException none) {
                throw Problem.invalid(Map.of(name, "must be a day such as 2026-01-31"));
            }
        });
    }

    private static RunStatus status(String word) {
        return RunStatus.of(word)
                .orElseThrow(() ->
                        Problem.invalid(Map.of("status", "must be one of " + String.join(", ", RunStatus.words()))));
    }
}

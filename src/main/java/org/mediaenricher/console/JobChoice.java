package org.mediaenricher.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mediaenricher.problems.Problem;
import org.mediaenricher.queue.JobFilter;
import org.mediaenricher.queue.JobStatus;

/** Which jobs a list shows, as the page's address says. */
@Named
@RequestScoped
public class JobChoice {
    private static final int LONGEST = 200;

    @Inject
    private Address address;

    /** A page of them. */
    JobFilter filter() {
        return new JobFilter(
                address.given("kind"),
                address.given("status").map(JobChoice::status),
                text(),
                address.given("after").map(after -> address.number("after")),
                Listed.ASKED);
    }

    /** What their last error, or the reason they were given up for, has in it. */
    Optional<String> text() {
        Optional<String> text = address.given("text");
        if (text.filter(given -> given.length() > LONGEST).isPresent()) {
            throw Problem.invalid(Map.of("text", "must have at most " + LONGEST + " characters"));
        }
        return text;
    }

    /** The words for where a job can stand. */
    public List<String> getStatuses() {
        return JobStatus.words();
    }

    private static JobStatus status(String word) {
        return JobStatus.of(word)
                .orElseThrow(() ->
                        Problem.invalid(Map.of("status", "must be one of " + String.join(", ", JobStatus.words()))));
    }
}

package org.mediaenricher.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mediaenricher.queue.JobRecord;
import org.mediaenricher.queue.JobStatus;

/** A job's life: what it went through, where it is, and what is ahead of it. */
public final class JobLife {
    /**
     * A station of it.
     *
     * @param name {@code failed}
     * @param at when, null where that is not known or has not come
     * @param more about it, empty for nothing
     * @param where {@code past}, {@code now} or {@code ahead}
     */
    public record Station(String name, Instant at, String more, String where) {}

    private final JobRecord job;
    private final List<JobError> errors;
    private final List<Station> stations = new ArrayList<>();

    private JobLife(JobRecord job, List<JobError> errors) {
        this.job = job;
        this.errors = errors;
    }

    static List<Station> of(JobRecord job, List<JobError> errors) {
        JobLife life = new JobLife(job, errors);
        life.tell(JobStatus.of(job.status).orElseThrow());
        return life.stations;
    }

    private void tell(JobStatus status) {
        past("enqueued", job.createdAt, "");
        errors.forEach(error -> past("failed", error.at(), error.attemptInWords()));
        switch (status) {
            case SCHEDULED, RETRYABLE -> now(job.dueAt, "due then");
            case AVAILABLE -> now(job.dueAt, "due since");
            case RUNNING -> now(job.claimedAt, attempt() + node());
            case COMPLETED, CANCELLED, DEAD -> end(status);
        }
        if (status.live()) {
            ahead(status);
        }
    }

    private void end(JobStatus status) {
        boolean told = errors.stream().anyMatch(error -> error.attempt() == job.attempt);
        if (job.claimedAt != null && !told) {
            past("running", job.claimedAt, attempt() + node());
        }
        now(job.endedAt, status == JobStatus.DEAD ? "after " + attempt() : "");
    }

    private void ahead(JobStatus status) {
        if (status != JobStatus.RUNNING) {
            stations.add(
                    new Station("running", null, "attempt " + (job.attempt + 1) + " of " + job.maxAttempts, "ahead"));
        }
        stations.add(new Station("completed", null, "", "ahead"));
    }

    private void past(String name, Instant at, String more) {
        stations.add(new Station(name, at, more, "past"));
    }

    private void now(Instant at, String more) {
        stations.add(new Station(job.status, at, more, "now"));
    }

    private String attempt() {
        return "attempt " + job.attempt + " of " + job.maxAttempts;
    }

    private String node() {
        return Optional.ofNullable(job.node).map(name -> " on " + name).orElse("");
    }
}

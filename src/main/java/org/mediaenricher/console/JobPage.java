package org.mediaenricher.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.mediaenricher.queue.DeadLetters;
import org.mediaenricher.queue.JobDesk;
import org.mediaenricher.queue.JobRecord;
import org.mediaenricher.queue.JobStatus;
import org.mediaenricher.security.Caller;
import org.mediaenricher.security.Rights;

/** {@code /console/job.xhtml?id=…}: one job, wherever it is now. */
@Named
@RequestScoped
public class JobPage {
    @Inject
    private JobDesk desk;

    @Inject
    private DeadLetters letters;

    @Inject
    private PutOff putOff;

    @Inject
    private Caller caller;

    @Inject
    private Address address;

    @Inject
    private Acts acts;

    @Inject
    private FacesContext faces;

    private JobRecord job;

    /** What is known of it. */
    public JobView getJob() {
        return JobView.of(job());
    }

    /** Its kind, as an address writes it. */
    public String getKindInAddress() {
        return URLEncoder.encode(job().kind, StandardCharsets.UTF_8);
    }

    /** What went wrong with it, the last first. */
    public List<JobError> getErrors() {
        List<JobError> errors = new ArrayList<>(JobError.of(job().errors));
        Collections.reverse(errors);
        return errors;
    }

    /** What it went through. */
    public List<JobLife.Station> getLife() {
        return JobLife.of(job(), JobError.of(job().errors));
    }

    /** Whether it is still to be done. */
    public boolean isLive() {
        return address.isTaking() || status().live();
    }

    /** Whether it waits. */
    public boolean isWaiting() {
        return address.isTaking() || status().live() && status() != JobStatus.RUNNING;
    }

    /** Whether it waits for its time. */
    public boolean isLater() {
        return address.isTaking() || status() == JobStatus.SCHEDULED || status() == JobStatus.RETRYABLE;
    }

    /** Whether it was given up. */
    public boolean isDead() {
        return address.isTaking() || status() == JobStatus.DEAD;
    }

    /** Lets it be done now. */
    public void hurry() {
        act("retry-job", () -> {
            desk.hurry(caller, id());
            return "Its time has come; a node takes it as soon as one is free.";
        });
    }

    /** Puts it off. */
    public void snooze() {
        act("snooze-job", () -> {
            desk.snooze(caller, id(), putOff.duration());
            return "It is put off.";
        });
    }

    /** Calls it off. */
    public void cancel() {
        act(
                "cancel-job",
                () -> desk.cancel(caller, id()).status.equals("running")
                        ? "It runs still; it is interrupted within seconds."
                        : "It is cancelled.");
    }

    /** Makes it a job again. */
    public void redrive() {
        act("redrive", () -> {
            letters.redrive(caller, id());
            return "It is a job again, with all its attempts.";
        });
    }

    /** Takes it away for good. */
    public void discard() throws IOException {
        boolean gone = act("discard", () -> {
            letters.discard(caller, id());
            return "It is gone.";
        });
        if (gone) {
            faces.getExternalContext().redirect("/console/dead-letters.xhtml");
        }
    }

    private boolean act(String action, Supplier<String> act) {
        boolean done = acts.act(Rights.STEER_QUEUE, action, Map.of("job_id", String.valueOf(id())), act);
        job = null;
        return done;
    }

    private long id() {
        return address.number("id");
    }

    private JobStatus status() {
        return JobStatus.of(job().status).orElseThrow();
    }

    private JobRecord job() {
        if (job == null) {
            job = desk.get(caller, id());
        }
        return job;
    }
}

package org.mediaenricher.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.mediaenricher.queue.JobDesk;
import org.mediaenricher.queue.JobStatus;
import org.mediaenricher.queue.KindDesk;
import org.mediaenricher.queue.KindState;
import org.mediaenricher.security.Caller;
import org.mediaenricher.security.Rights;

/**
 * {@code /console/queue.xhtml}: how the queue stands, and its jobs. {@code kind}, {@code status} and {@code text} choose
 * jobs.
 */
@Named
@RequestScoped
public class QueuePage {
    @Inject
    private KindDesk kindDesk;

    @Inject
    private JobDesk desk;

    @Inject
    private JobChoice choice;

    @Inject
    private PutOff putOff;

    @Inject
    private Reason reason;

    @Inject
    private Caller caller;

    @Inject
    private Address address;

    @Inject
    private Acts acts;

    private List<KindState> kinds;
    private Listed<JobRow> jobs;

    /** All kinds together. */
    public QueueTotals getTotals() {
        return new QueueTotals(kinds());
    }

    /** Each kind. */
    public List<KindRow> getKinds() {
        return kinds().stream().map(KindRow::of).toList();
    }

    /** The words above the counts of a kind. */
    public List<String> getColumns() {
        return KindRow.COLUMNS.stream().map(JobStatus::word).toList();
    }

    /** The one kind that is looked at, null for all. */
    public KindRow getKind() {
        return kinds().stream()
                .filter(state -> Optional.of(state.kind()).equals(address.given("kind")))
                .map(KindRow::of)
                .findFirst()
                .orElse(null);
    }

    /** The jobs that match, newest first. */
    public Listed<JobRow> getJobs() {
        if (jobs == null) {
            jobs = Listed.of(desk.list(caller, choice.filter()), job -> job.id).map(JobRow::of);
        }
        return jobs;
    }

    /** Lets the chosen jobs be done now. */
    public void hurry() {
        each("retry-job", "can be done now", id -> desk.hurry(caller, id));
    }

    /** Puts the chosen jobs off. */
    public void snooze() {
        each("snooze-job", "put off", id -> desk.snooze(caller, id, putOff.duration()));
    }

    /** Calls the chosen jobs off. */
    public void cancel() {
        each("cancel-job", "called off", id -> desk.cancel(caller, id));
    }

    /** Begins no more jobs of the kind. */
    public void pause() {
        steer("pause-kind", () -> {
            kindDesk.pause(caller, address.text("kind"), reason.given());
            return "No more jobs of this kind are begun; what runs goes on.";
        });
    }

    /** Begins jobs of the kind again. */
    public void resume() {
        steer("resume-kind", () -> {
            kindDesk.resume(caller, address.text("kind"));
            return "Jobs of this kind are begun again.";
        });
    }

    private void steer(String action, Supplier<String> act) {
        acts.act(Rights.STEER_QUEUE, action, Map.of("kind", address.text("kind")), act);
        kinds = null;
    }

    private void each(String action, String done, LongConsumer act) {
        List<String> chosen = address.posted("chosen");
        acts.act(
                Rights.STEER_QUEUE,
                action,
                Chosen.subject(chosen),
                () -> Chosen.of(chosen).each(done, act));
        kinds = null;
        jobs = null;
    }

    private List<KindState> kinds() {
        if (kinds == null) {
            kinds = kindDesk.list(caller);
        }
        return kinds;
    }
}

package org.mediaenricher.console;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.mediaenricher.batch.RunKeeper;
import org.mediaenricher.runs.Failure;
import org.mediaenricher.runs.Run;
import org.mediaenricher.runs.RunReport;
import org.mediaenricher.runs.RunReport.FailureGroup;
import org.mediaenricher.runs.RunReport.HeldSlice;
import org.mediaenricher.runs.RunReport.Minute;
import org.mediaenricher.runs.RunReport.SliceCounts;
import org.mediaenricher.runs.Runs;
import org.mediaenricher.security.AuditBook;
import org.mediaenricher.security.AuditEntry;
import org.mediaenricher.security.Caller;
import org.mediaenricher.security.Rights;

/** {@code /console/run.xhtml?id=…}: one run as it stands, what failed in it, who worked on it, and what can be done. */
@Named
@RequestScoped
public class RunPage {
    private static final int TRAIL = 50;
    private static final int EXECUTIONS = 100;
    private static final int MINUTES = 120;

    @Inject
    private Runs runs;

    @Inject
    private RunReport report;

    @Inject
    private RunKeeper keeper;

    @Inject
    private AuditBook audit;

    @Inject
    private Caller caller;

    @Inject
    private Acts acts;

    @Inject
    private Address address;

    @Inject
    private FacesContext faces;

    private UUID id;
    private Run run;
    private List<Minute> minutes;
    private Listed<Failure> failures;
    private List<AuditEntry> trail;

    /** NOT_FOUND, as a page, when the tenant has no such run. */
    @PostConstruct
    void load() {
        id = address.id("id");
        reload();
    }

    private void reload() {
        run = runs.get(id);
        minutes = report.minutes(id, MINUTES);
        failures = null;
    }

    /** The run with its rate and what time is left. */
    public RunView getView() {
        return RunView.of(run, minutes);
    }

    /** The run. */
    public Run getRun() {
        return run;
    }

    /** How many objects were done in each of its last minutes. */
    public Chart getChart() {
        return Charts.objects(minutes);
    }

    /** Whether there is anything to draw. */
    public boolean isDrawn() {
        return minutes.size() > 1;
    }

    /** How many of its slices stand how. */
    public SliceCounts getSlices() {
        return report.slices(id);
    }

    /** Those in work, with node and position. */
    public List<HeldSlice> getHeld() {
        return report.held(id);
    }

    /** What failed, by code. */
    public List<FailureGroup> getGroups() {
        return report.failureGroups(id);
    }

    /** The code whose failures are looked at; empty for all. */
    public String getCode() {
        return address.text("code");
    }

    /** A page of failed objects, by key. */
    public Listed<Failure> getFailures() {
        if (failures == null) {
            failures = Listed.of(runs.failures(id, getCode(), address.text("after"), Listed.ASKED), Failure::path);
        }
        return failures;
    }

    /** What the batch engines of all nodes did for it. */
    public List<ExecutionView> getExecutions() {
        return runs.executions(id, Optional.empty(), EXECUTIONS).stream()
                .map(ExecutionView::of)
                .toList();
    }

    /** Who did what with it, newest first; nothing for whoever may not read the audit log. */
    public List<AuditEntry> getTrail() {
        if (trail == null) {
            trail = caller.may(Rights.READ_AUDIT) ? audit.about(caller, "run_id", id.toString(), TRAIL) : List.of();
        }
        return trail;
    }

    /** Stop at the next chunk. */
    public void stop() {
        act("stop", () -> {
            keeper.attended(runs.stop(caller, id));
            return "The run stops when the chunks in hand are done.";
        });
    }

    /** Go on where it stopped. */
    public void restart() {
        act("restart", () -> {
            keeper.attended(runs.restart(caller, id));
            return "The run goes on where it stopped.";
        });
    }

    /** A new run over what failed in this one; of the code looked at, where there is one. */
    public void retry() throws IOException {
        UUID[] opened = new UUID[1];
        boolean done = act("retry-failed", () -> {
            Run next = keeper.attended(
                    runs.retryFailed(caller, id, address.given("code")).run());
            opened[0] = next.id();
            return "What failed is tried again.";
        });
        if (done) {
            faces.getExternalContext().redirect("/console/run.xhtml?id=" + opened[0]);
        }
    }

    private boolean act(String action, Supplier<String> act) {
        boolean done = acts.act(Rights.STEER_RUNS, action, Map.of("run_id", id.toString()), act);
        reload();
        return done;
    }
}

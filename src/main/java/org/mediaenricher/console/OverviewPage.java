package org.mediaenricher.console;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mediaenricher.leases.Incarnation;
import org.mediaenricher.leases.Node;
import org.mediaenricher.leases.Nodes;
import org.mediaenricher.leases.ThisNode;
import org.mediaenricher.queue.DeadLetters;
import org.mediaenricher.queue.JobFilter;
import org.mediaenricher.queue.JobStatus;
import org.mediaenricher.queue.KindDesk;
import org.mediaenricher.queue.KindState;
import org.mediaenricher.runs.Run;
import org.mediaenricher.runs.RunFilter;
import org.mediaenricher.runs.RunReport;
import org.mediaenricher.runs.RunReport.Minute;
import org.mediaenricher.runs.RunStatus;
import org.mediaenricher.runs.Runs;
import org.mediaenricher.security.Caller;
import org.mediaenricher.storage.ObjectStore;
import org.mediaenricher.storage.StoreUnavailable;
import org.mediaenricher.tenancy.Database;
import org.mediaenricher.tenancy.RowScope;

/** {@code /console/index.xhtml}: whether all is well, what moves now, and what needs somebody. */
@Named
@RequestScoped
public class OverviewPage {
    /** What somebody should look at: a sentence, and where. */
    public record Concern(String sentence, String href) {}

    /** A dead letter, in short. */
    public record Letter(long id, String kind, String reason, Instant at) {}

    private static final int LATEST = 5;
    private static final Duration LONG_WAIT = Duration.ofMinutes(5);
    private static final Duration A_DAY = Duration.ofDays(1);

    @Inject
    private Database database;

    @Inject
    private ObjectStore store;

    @Inject
    private ThisNode node;

    @Inject
    private Nodes nodes;

    @Inject
    private Runs runs;

    @Inject
    private RunReport report;

    @Inject
    private KindDesk kinds;

    @Inject
    private DeadLetters letters;

    @Inject
    private Caller caller;

    @Inject
    private Address address;

    private List<Node> known;
    private List<Run> active;
    private List<Run> failed;
    private List<KindState> states;
    private List<Minute> minutes;
    private List<Letter> latest;
    private String storage;

    /** Asks once for what the page shows in several places. */
    @PostConstruct
    void load() {
        known = RowScope.service().within(nodes::all);
        active = report.active();
        failed = runs.list(new RunFilter(
                Optional.empty(),
                Optional.of(RunStatus.FAILED),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                LATEST));
        states = kinds.list(caller);
        minutes = report.minutes(Instant.now().minus(getRange()));
    }

    /** How far back the charts reach: an hour, or a day. */
    public Duration getRange() {
        return address.text("range").equals("day") ? A_DAY : Duration.ofHours(1);
    }

    /** This node's name. */
    public String getNode() {
        return node.incarnation().map(Incarnation::node).orElse("not registered yet");
    }

    /** {@code up} or {@code down}. */
    public String getDatabase() {
        return database.answers() ? "up" : "down";
    }

    /** {@code up} or {@code down}. */
    public String getStorage() {
        if (storage == null) {
            storage = storage();
        }
        return storage;
    }

    private String storage() {
        try {
            store.check();
            return "up";
        } catch (StoreUnavailable away) {
            return "down";
        }
    }

    /** How many nodes live. */
    public long getAlive() {
        return known.stream().filter(Node::alive).count();
    }

    /** How many nodes are known: who goes in order is forgotten, who died is not. */
    public int getKnown() {
        return known.size();
    }

    /** The runs that move. */
    public List<RunView> getActive() {
        return active.stream().map(RunView::of).toList();
    }

    /** Those that failed last. */
    public List<Run> getFailed() {
        return failed;
    }

    /** Objects done in the range. */
    public long getObjects() {
        return minutes.stream().mapToLong(Minute::processed).sum();
    }

    /** Objects a minute. */
    public Chart getChart() {
        return Charts.objects(minutes, getRange());
    }

    /** Jobs that wait or run. */
    public long getOpenJobs() {
        return count(JobStatus.AVAILABLE)
                + count(JobStatus.SCHEDULED)
                + count(JobStatus.RETRYABLE)
                + count(JobStatus.RUNNING);
    }

    /** Jobs that were given up. */
    public long getDead() {
        return count(JobStatus.DEAD);
    }

    /** Since when the oldest job waits whose time has come; empty when none does. */
    public Optional<Instant> getOldest() {
        return states.stream().flatMap(state -> state.oldest().stream()).min(Instant::compareTo);
    }

    /** What was given up last. */
    public List<Letter> getLetters() {
        if (latest == null) {
            JobFilter few =
                    new JobFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), LATEST);
            latest = letters.list(caller, few).stream()
                    .map(job -> new Letter(job.id, job.kind, job.reason, job.endedAt))
                    .toList();
        }
        return latest;
    }

    /** What needs somebody, the most urgent first. */
    public List<Concern> getConcerns() {
        List<Concern> concerns = new ArrayList<>();
        if (getStorage().equals("down")) {
            concerns.add(new Concern("The store gives no answer; runs rest until it does.", "/console/nodes.xhtml"));
        }
        known.stream()
                .filter(node -> !node.alive())
                .forEach(node -> concerns.add(new Concern(
                        "Node " + node.name() + " is gone; others took up its work.", "/console/nodes.xhtml")));
        getOldest()
                .filter(since -> since.isBefore(Instant.now().minus(LONG_WAIT)))
                .ifPresent(since -> concerns.add(new Concern(
                        "A job whose time has come has waited for long.", "/console/queue.xhtml?status=available")));
        if (getDead() > 0) {
            concerns.add(new Concern(getDead() + " jobs were given up.", "/console/dead-letters.xhtml"));
        }
        states.stream()
                .filter(state -> state.pause().isPresent())
                .forEach(state ->
                        concerns.add(new Concern("Jobs of " + state.kind() + " are paused.", "/console/queue.xhtml")));
        failed.stream()
                .filter(run -> run.endedAt()
                        .filter(end -> end.isAfter(Instant.now().minus(A_DAY)))
                        .isPresent())
                .forEach(run -> concerns.add(new Concern(
                        "A run on " + run.bucket() + " failed: " + run.reason().orElse("no reason is known"),
                        "/console/run.xhtml?id=" + run.id())));
        return concerns;
    }

    private long count(JobStatus status) {
        return states.stream()
                .mapToLong(state -> state.counts().getOrDefault(status, 0L))
                .sum();
    }
}

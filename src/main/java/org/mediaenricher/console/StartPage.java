package org.mediaenricher.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mediaenricher.assets.DryRun;
import org.mediaenricher.batch.RunKeeper;
import org.mediaenricher.runs.Bucket;
import org.mediaenricher.runs.Buckets;
import org.mediaenricher.runs.NewRun;
import org.mediaenricher.runs.RunMode;
import org.mediaenricher.runs.RunTrigger;
import org.mediaenricher.runs.Runs;
import org.mediaenricher.security.Caller;
import org.mediaenricher.security.Rights;

/** {@code /console/start.xhtml}: a new run, and before it how many objects each mode would touch. */
@Named
@RequestScoped
public class StartPage {
    /**
     * A mode, as it is offered.
     *
     * @param word its word
     * @param meaning for a person
     * @param count how many objects it would touch; empty before they were counted
     */
    public record Offer(String word, String meaning, Optional<Long> count) {}

    private static final Map<RunMode, String> MEANINGS = Map.of(
            RunMode.CHANGED, "new objects, and those that changed since they were enriched",
            RunMode.ALL, "every object, again",
            RunMode.MISSING, "only objects without a record",
            RunMode.FAILED, "only objects whose last enrichment failed");

    @Inject
    private Buckets buckets;

    @Inject
    private Runs runs;

    @Inject
    private RunKeeper keeper;

    @Inject
    private DryRun dryRun;

    @Inject
    private Caller caller;

    @Inject
    private Acts acts;

    @Inject
    private Address address;

    @Inject
    private FacesContext faces;

    private String bucket;
    private String prefix = "";
    private Long limit;
    private Long skipLimit;
    private boolean looks;
    private DryRun.Counts counts;

    /** Opens the run, and leads to its page. */
    public void start() throws IOException {
        UUID[] opened = new UUID[1];
        boolean done = acts.act(Rights.STEER_RUNS, "backfill", subject(), () -> {
            opened[0] = keeper.attended(runs.open(caller, wanted()).run()).id();
            return "The run is started.";
        });
        if (done) {
            faces.getExternalContext().redirect("/console/run.xhtml?id=" + opened[0]);
        }
    }

    /** Counts, and touches nothing. */
    public void count() {
        acts.act(Rights.STEER_RUNS, "dry-run", subject(), () -> {
            counts = dryRun.of(caller, wanted());
            return "Counted: " + counts.total() + " objects.";
        });
    }

    /** The modes, with their counts where they are known. */
    public List<Offer> getOffers() {
        return List.of(RunMode.CHANGED, RunMode.ALL, RunMode.MISSING, RunMode.FAILED).stream()
                .map(mode -> new Offer(
                        mode.word(),
                        MEANINGS.get(mode),
                        Optional.ofNullable(counts).map(known -> count(known, mode))))
                .toList();
    }

    /** The names of the tenant's buckets. */
    public List<String> getBuckets() {
        return buckets.all().stream().map(Bucket::name).toList();
    }

    /** The mode that is chosen. */
    public String getMode() {
        return address.posted("mode").stream().findFirst().orElse(RunMode.CHANGED.word());
    }

    private static long count(DryRun.Counts counts, RunMode mode) {
        return switch (mode) {
            case CHANGED -> counts.changed();
            case ALL -> counts.all();
            case MISSING -> counts.missing();
            case FAILED -> counts.failed();
        };
    }

    private NewRun wanted() {
        return new NewRun(
                bucket,
                prefix,
                limit == null ? 0 : limit,
                RunMode.of(getMode()).orElse(RunMode.CHANGED),
                looks,
                skipLimit == null ? -1 : skipLimit,
                Optional.empty(),
                RunTrigger.BACKFILL,
                Optional.empty());
    }

    private Map<String, String> subject() {
        return Map.of("bucket", bucket, "prefix", prefix);
    }

    /** From the form, or the address. */
    public String getBucket() {
        return bucket == null ? address.text("bucket") : bucket;
    }

    /** From the form. */
    public void setBucket(String bucket) {
        this.bucket = bucket;
    }

    /** From the form. */
    public String getPrefix() {
        return prefix;
    }

    /** From the form. */
    public void setPrefix(String prefix) {
        this.prefix = prefix == null ? "" : prefix;
    }

    /** From the form; null for all objects. */
    public Long getLimit() {
        return limit;
    }

    /** From the form. */
    public void setLimit(Long limit) {
        this.limit = limit;
    }

    /** From the form; null for any number of failures. */
    public Long getSkipLimit() {
        return skipLimit;
    }

    /** From the form. */
    public void setSkipLimit(Long skipLimit) {
        this.skipLimit = skipLimit;
    }

    /** From the form. */
    public boolean isLooks() {
        return looks;
    }

    /** From the form. */
    public void setLooks(boolean looks) {
        this.looks = looks;
    }
}

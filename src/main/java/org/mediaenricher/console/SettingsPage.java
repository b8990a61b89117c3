package org.mediaenricher.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.mediaenricher.assets.Usage;
import org.mediaenricher.batch.BatchSettings;
import org.mediaenricher.leases.ThisNode;
import org.mediaenricher.limits.Allowance;
import org.mediaenricher.limits.LimitsSettings;
import org.mediaenricher.queue.NodeJobs;
import org.mediaenricher.queue.QueueSettings;
import org.mediaenricher.runs.Buckets;
import org.mediaenricher.runs.TenantCard;
import org.mediaenricher.security.Caller;
import org.mediaenricher.security.SessionSettings;

/** {@code /console/settings.xhtml}: what a tenant has, and by which rules this server goes. Nothing of it is secret. */
@Named
@RequestScoped
public class SettingsPage {
    /** A bucket, where it lies and what is in it. */
    public record BucketLine(String name, String location, long assets, long ready, long failed, long bytes) {}

    /** A setting in force, and what it is called where it is set. */
    public record Setting(String what, String value, String name) {}

    @Inject
    private Caller caller;

    @Inject
    private TenantCard card;

    @Inject
    private Buckets buckets;

    @Inject
    private Usage usage;

    @Inject
    private NodeJobs jobs;

    @Inject
    private LimitsSettings limits;

    @Inject
    private QueueSettings queue;

    @Inject
    private BatchSettings batch;

    @Inject
    private SessionSettings sessions;

    @Inject
    private Words words;

    private List<Usage.Share> shares;
    private TenantCard.Card tenant;
    private List<TenantCard.Count> runs;
    private List<NodeJobs.Count> counts;

    /** Whose settings these are. */
    public TenantCard.Card getTenant() {
        if (tenant == null) {
            tenant = card.of(caller);
        }
        return tenant;
    }

    /** Its id. */
    public String getTenantId() {
        return caller.tenantOrRefuse().toString();
    }

    /** Its buckets, by name. */
    public List<BucketLine> getBuckets() {
        return buckets.all().stream()
                .map(bucket -> new BucketLine(
                        bucket.name(),
                        bucket.location(),
                        sum(bucket.name(), ""),
                        sum(bucket.name(), "ready"),
                        sum(bucket.name(), "failed"),
                        shares().stream()
                                .filter(share -> share.bucket().equals(bucket.name()))
                                .mapToLong(Usage.Share::bytes)
                                .sum()))
                .toList();
    }

    /** All its assets. */
    public long getAssets() {
        return shares().stream().mapToLong(Usage.Share::assets).sum();
    }

    /** All its bytes. */
    public long getBytes() {
        return shares().stream().mapToLong(Usage.Share::bytes).sum();
    }

    /** Its runs, by state. */
    public List<TenantCard.Count> getRuns() {
        if (runs == null) {
            runs = card.runs(caller);
        }
        return runs;
    }

    /** Its jobs that have not ended well, by state. */
    public List<NodeJobs.Count> getJobs() {
        if (counts == null) {
            counts = jobs.counts(caller);
        }
        return counts;
    }

    /** How fast callers may be. */
    public List<Setting> getLimits() {
        return List.of(
                limit("A caller of the API", limits.caller(), "caller"),
                limit("An admin or a service", limits.admin(), "admin"),
                limit("All callers of a tenant", limits.tenant(), "tenant"));
    }

    /** How long things are kept, and how this server works. */
    public List<Setting> getSettings() {
        return List.of(
                span("Completed and cancelled jobs are kept", queue.history(), "queue.history"),
                span("Dead letters are kept", queue.deadLetters(), "queue.dead-letters"),
                span("Executions of the batch engine are kept", batch.history(), "batch.history"),
                setting("This server does jobs", queue.works() ? "yes" : "no", "queue.works"),
                span("It looks for jobs without being told every", queue.poll(), "queue.poll"),
                setting("Objects it reads at once", String.valueOf(batch.concurrency()), "batch.concurrency"),
                span("One signs in to the console again after", sessions.life(), "security.session-life"),
                span("and after doing nothing for", sessions.idle(), "security.session-idle"),
                new Setting("A node that stopped beating counts as gone after", words.span(ThisNode.LEASE), "fixed"));
    }

    private long sum(String bucket, String status) {
        return shares().stream()
                .filter(share -> share.bucket().equals(bucket)
                        && (status.isEmpty() || share.status().equals(status)))
                .mapToLong(Usage.Share::assets)
                .sum();
    }

    private List<Usage.Share> shares() {
        if (shares == null) {
            shares = usage.of(caller);
        }
        return shares;
    }

    private static Setting limit(String who, Allowance allowance, String name) {
        double rate = 1e9 / allowance.every().toNanos();
        String value = String.format(
                Locale.ROOT,
                rate < 1 ? "%.3f a second, %,d at once" : "%,.0f a second, %,d at once",
                rate,
                allowance.burst());
        return setting(who, value, "limits." + name + "-rate, -burst");
    }

    private Setting span(String what, Duration span, String name) {
        return setting(what, words.span(span), name);
    }

    private static Setting setting(String what, String value, String name) {
        return new Setting(what, value, "mediaenricher." + name);
    }
}

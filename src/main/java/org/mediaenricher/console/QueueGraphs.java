package org.mediaenricher.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.mediaenricher.queue.QueueNumbers;
import org.mediaenricher.queue.Throughput;
import org.mediaenricher.queue.Usage;
import org.mediaenricher.security.Caller;

/** How quick the queue is. {@code range=day} of the page's address draws the last day instead of the last hour. */
@Named
@RequestScoped
public class QueueGraphs {
    @Inject
    private QueueNumbers numbers;

    @Inject
    private Caller caller;

    @Inject
    private Address address;

    private Throughput lastHour;
    private Throughput drawn;
    private Usage usage;

    /** What got done in the last hour. */
    public Throughput getLastHour() {
        if (lastHour == null) {
            lastHour = numbers.lastHour(caller);
        }
        return lastHour;
    }

    /** How long they took, in words; empty when there was none. */
    public String getPercentiles() {
        Words words = new Words();
        return getLastHour()
                .latency()
                .map(latency -> "p50 " + words.span(latency.p50()) + ", p95 " + words.span(latency.p95()))
                .orElse("");
    }

    /** Whether the last day is drawn. */
    public boolean isDay() {
        return address.text("range").equals("day");
    }

    /** How many jobs got done, over time. */
    public Chart getCompleted() {
        return QueueCharts.completed(drawn());
    }

    /** How long they took, over time. */
    public Chart getLatency() {
        return QueueCharts.latency(drawn());
    }

    /** What was done for the tenant in the last day. */
    public Usage getUsage() {
        if (usage == null) {
            usage = numbers.usage(caller);
        }
        return usage;
    }

    private Throughput drawn() {
        if (drawn == null) {
            drawn = isDay() ? numbers.lastDay(caller) : getLastHour();
        }
        return drawn;
    }
}

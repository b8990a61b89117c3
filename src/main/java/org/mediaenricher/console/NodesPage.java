package org.mediaenricher.console;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.mediaenricher.leases.Node;
import org.mediaenricher.leases.Nodes;
import org.mediaenricher.queue.NodeJobs;
import org.mediaenricher.runs.NodeWork;
import org.mediaenricher.security.Caller;
import org.mediaenricher.tenancy.RowScope;

/** {@code /console/nodes.xhtml}: the servers, and what each of them does for the visitor's tenant. */
@Named
@RequestScoped
public class NodesPage {
    /**
     * A server and its work.
     *
     * @param state {@code alive} or {@code gone}
     */
    public record Line(
            Node node,
            String state,
            List<NodeWork.Held> held,
            List<NodeWork.Running> running,
            List<NodeJobs.Running> jobs) {
        /** Whether it does nothing of the tenant's. */
        public boolean isIdle() {
            return held.isEmpty() && running.isEmpty() && jobs.isEmpty();
        }
    }

    @Inject
    private Nodes nodes;

    @Inject
    private NodeWork work;

    @Inject
    private NodeJobs jobs;

    @Inject
    private Caller caller;

    private List<Line> lines;

    /** The nodes by what is everybody's, their work by what is the tenant's own. */
    @PostConstruct
    public void load() {
        List<NodeWork.Held> held = work.held();
        List<NodeWork.Running> running = work.running();
        List<NodeJobs.Running> busy = jobs.running(caller);
        lines = RowScope.service().within(nodes::all).stream()
                .map(node -> new Line(
                        node,
                        node.alive() ? "alive" : "gone",
                        held.stream()
                                .filter(one -> one.incarnation() == node.incarnation())
                                .toList(),
                        running.stream()
                                .filter(one -> one.incarnation() == node.incarnation())
                                .toList(),
                        busy.stream()
                                .filter(one -> one.incarnation() == node.incarnation())
                                .toList()))
                .toList();
    }

    /** By name. */
    public List<Line> getLines() {
        return lines;
    }

    /** How many of them live. */
    public long getAlive() {
        return lines.stream().filter(line -> line.node().alive()).count();
    }
}

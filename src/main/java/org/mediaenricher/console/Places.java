package org.mediaenricher.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.mediaenricher.security.Caller;
import org.mediaenricher.security.Rights;

/** Where one can go in the console. */
@Named
@RequestScoped
public class Places {
    /**
     * A page, as the navigation names it.
     *
     * @param key what leads there behind {@code g}
     * @param right who may go there
     */
    public record Link(String name, String href, String key, String right) {}

    private static final List<Link> ALL = List.of(
            new Link("Overview", Place.OVERVIEW, "o", Rights.USE_CONSOLE),
            new Link("Runs", "/console/runs.xhtml", "r", Rights.USE_CONSOLE),
            new Link("Queue", "/console/queue.xhtml", "q", Rights.USE_CONSOLE),
            new Link("Dead letters", "/console/dead-letters.xhtml", "d", Rights.USE_CONSOLE),
            new Link("Schedules", "/console/schedules.xhtml", "s", Rights.USE_CONSOLE),
            new Link("Assets", "/console/assets.xhtml", "a", Rights.USE_CONSOLE),
            new Link("Nodes", "/console/nodes.xhtml", "n", Rights.USE_CONSOLE),
            new Link("Audit", "/console/audit.xhtml", "u", Rights.READ_AUDIT),
            new Link("Settings", "/console/settings.xhtml", "e", Rights.USE_CONSOLE));

    @Inject
    private Caller caller;

    /** Those this visitor may go to. */
    public List<Link> getAll() {
        return ALL.stream().filter(link -> caller.may(link.right())).toList();
    }
}

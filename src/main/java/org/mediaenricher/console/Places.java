package org.mediaenricher.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
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
            new Link("Queue", "/console/queue.xhtml", "q", Rights.READ),
            new Link("Dead letters", "/console/dead-letters.xhtml", "d", Rights.READ),
            new Link("Schedules", "/console/schedules.xhtml", "s", Rights.READ));

    @Inject
    private Caller caller;

    /** Those this visitor may go to. */
    public List<Link> getAll() {
        return Stream.of(ALL)
                .flatMap(List::stream)
                .filter(link -> caller.may(link.right()))
                .toList();
    }
}

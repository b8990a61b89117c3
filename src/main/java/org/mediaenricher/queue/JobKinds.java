package org.mediaenricher.queue;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The kinds of jobs that this node has handlers for, whether or not it does jobs itself. */
@ApplicationScoped
public class JobKinds {
    @Inject
    @Any
    private Instance<JobHandler<?>> beans;

    private final Map<String, JobHandler<?>> handlers = new TreeMap<>();

    /** Finds the handlers. */
    @PostConstruct
    void find() {
        for (JobHandler<?> handler : beans) {
            if (handlers.put(handler.kind().name(), handler) != null) {
                throw new IllegalStateException(
                        "two handlers for jobs of kind " + handler.kind().name());
            }
        }
    }

    /** Their names, in alphabetical order. */
    public List<String> names() {
        return List.copyOf(handlers.keySet());
    }

    /** The kind of that name, empty when this node knows none. */
    public Optional<JobKind> named(String name) {
        return Optional.ofNullable(handlers.get(name)).map(JobHandler::kind);
    }

    Optional<JobHandler<?>> handler(String kind) {
        return Optional.ofNullable(handlers.get(kind));
    }

    /** The names of the kinds a tenant may put on a schedule, in alphabetical order. */
    public Set<String> schedulable() {
        return handlers.values().stream()
                .filter(JobHandler::schedulable)
                .map(handler -> handler.kind().name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The handler of a kind that a tenant may put on a schedule. */
    Optional<JobHandler<?>> schedulable(String kind) {
        return handler(kind).filter(JobHandler::schedulable);
    }

    Collection<JobHandler<?>> handlers() {
        return handlers.values();
    }
}

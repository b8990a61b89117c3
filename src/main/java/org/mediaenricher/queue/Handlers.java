package org.mediaenricher.queue;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The kinds of jobs this server has handlers for, whether or not it does jobs itself. */
@ApplicationScoped
class Handlers {
    @Inject
    @Any
    private Instance<JobHandler<?>> found;

    private final Map<String, JobHandler<?>> byKind = new TreeMap<>();

    @PostConstruct
    void find() {
        found.forEach(handler -> byKind.put(handler.kind().name(), handler));
    }

    /** All of them, by name. */
    Set<String> kinds() {
        return byKind.keySet();
    }

    Optional<JobHandler<?>> named(String kind) {
        return Optional.ofNullable(byKind.get(kind));
    }

    /** The kinds a tenant may put on a schedule. */
    Set<String> schedulable() {
        return byKind.values().stream()
                .filter(JobHandler::schedulable)
                .map(handler -> handler.kind().name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The handler of a kind that a tenant may put on a schedule. */
    Optional<JobHandler<?>> schedulable(String kind) {
        return named(kind).filter(JobHandler::schedulable);
    }
}

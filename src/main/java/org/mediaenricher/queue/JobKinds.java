package org.mediaenricher.queue;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mediaenricher.problems.Problem;

/** The kinds of jobs that this node knows, by their handlers. */
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

    /**
     * Whether a job may be of this kind with this payload, in the newest version.
     *
     * @throws Problem INVALID naming {@code kind} or {@code payload}
     */
    public void check(String kind, JsonObject payload) {
        JobHandler<?> handler = handlers.get(kind);
        if (handler == null) {
            throw Problem.invalid(Map.of("kind", "must be one of " + String.join(", ", names())));
        }
        try {
            handler.decode(handler.kind().version(), payload);
        } catch (RuntimeException unreadable) {
            throw Problem.invalid(Map.of("payload", "is none of kind " + kind + ": " + Sentence.of(unreadable)));
        }
    }

    Collection<JobHandler<?>> handlers() {
        return handlers.values();
    }
}

package org.mediaenricher.storage;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.Config;
import org.mediaenricher.problems.Settings;

/** The one store of this server: {@code mediaenricher.storage.kind} chooses the backend. */
@ApplicationScoped
class ConfiguredStore {
    private static final String PREFIX = "mediaenricher.storage.";

    @Produces
    @ApplicationScoped
    ObjectStore store(Config config, Instance<StorageBackend> backends) {
        return open(config, backends.stream().toList());
    }

    static ObjectStore open(Config config, List<StorageBackend> backends) {
        Settings settings = new Settings(config, PREFIX);
        Map<String, StorageBackend> kinds =
                backends.stream().collect(toMap(StorageBackend::kind, identity(), (one, other) -> one, TreeMap::new));
        return kinds.get(settings.oneOf("kind", kinds.keySet(), "filesystem")).open(settings);
    }

    void close(@Disposes ObjectStore store) {
        store.close();
    }
}

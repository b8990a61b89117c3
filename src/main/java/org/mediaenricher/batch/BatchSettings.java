package org.mediaenricher.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.Config;
import org.mediaenricher.problems.Settings;
import org.mediaenricher.problems.StartCheck;

/**
 * How much a server does at once: {@code mediaenricher.batch.*}. {@code concurrency} is how many objects of a run it
 * reads at the same time; more than the cores pays where the store is far away. The threads of the engine and the
 * connections of the datasource must be at least as many.
 */
@ApplicationScoped
public class BatchSettings implements StartCheck {
    private static final int MOST = 256;

    private int concurrency;

    /** For the container's proxy only. */
    BatchSettings() {}

    /**
     * @throws org.mediaenricher.problems.BadSetting when the number is out of range
     */
    @Inject
    public BatchSettings(Config config) {
        Settings settings = new Settings(config, "mediaenricher.batch.");
        concurrency = settings.integer("concurrency", Runtime.getRuntime().availableProcessors() * 2, 1, MOST);
    }

    /** Reading them was the check. */
    @Override
    public void check() {}

    /** Partitions of one run on this server. */
    public int concurrency() {
        return concurrency;
    }
}

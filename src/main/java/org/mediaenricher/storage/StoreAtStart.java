package org.mediaenricher.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;
import org.mediaenricher.problems.StartCheck;

/** Opens the store while the server starts, so that a bad setting stops the start. */
@ApplicationScoped
class StoreAtStart implements StartCheck {
    private static final Logger LOG = Logger.getLogger(StoreAtStart.class);

    private ObjectStore store;

    /** For the container's proxy only. */
    StoreAtStart() {}

    @Inject
    StoreAtStart(ObjectStore store) {
        this.store = store;
    }

    @Override
    public void check() {
        // The injected proxy opens the store on its first call. Not left to the logger: it would do so only when it
        // writes the line, and keep the exception to itself.
        String place = store.toString();
        LOG.infof("objects are in %s", place);
    }
}

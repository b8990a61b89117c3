package org.mediaenricher.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;
import org.mediaenricher.problems.StartCheck;

/** Opens the store while the server starts, so that a bad setting stops the start. */
@ApplicationScoped
class StoreAtStart implements StartCheck {
    private static final Logger LOG = Logger.getLogger(StoreAtStart.class);

    @Inject
    private ObjectStore store;

    @Override
    public void check() {
        LOG.infof("objects are in %s", store); // the injected proxy opens the store on its first call
    }
}

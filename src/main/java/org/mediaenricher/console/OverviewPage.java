package org.mediaenricher.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.mediaenricher.leases.Incarnation;
import org.mediaenricher.leases.ThisNode;
import org.mediaenricher.storage.ObjectStore;
import org.mediaenricher.storage.StoreUnavailable;
import org.mediaenricher.tenancy.Database;

/** {@code /console/index.xhtml}: whether this node can do its work, and how programs start it. */
@Named
@RequestScoped
public class OverviewPage {
    @Inject
    private Database database;

    @Inject
    private ObjectStore store;

    @Inject
    private ThisNode node;

    /** This node's name. */
    public String getNode() {
        return node.incarnation().map(Incarnation::node).orElse("not registered yet");
    }

    /** {@code up} or {@code down}. */
    public String getDatabase() {
        return database.answers() ? "up" : "down";
    }

    /** {@code up} or {@code down}. */
    public String getStorage() {
        try {
            store.check();
            return "up";
        } catch (StoreUnavailable away) {
            return "down";
        }
    }
}

package org.mediaenricher.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;
import org.mediaenricher.leases.ThisNode;
import org.mediaenricher.security.TokenKeys;
import org.mediaenricher.storage.ObjectStore;
import org.mediaenricher.storage.StoreUnavailable;
import org.mediaenricher.tenancy.Database;

/** The probes. */
@ApplicationScoped
class Probes {
    @Inject
    private Database database;

    @Inject
    private ObjectStore store;

    @Inject
    private ThisNode node;

    @Inject
    private TokenKeys keys;

    @Produces
    @Liveness
    HealthCheck alive() {
        return () -> HealthCheckResponse.up("process");
    }

    @Produces
    @Readiness
    HealthCheck databaseAnswers() {
        return () -> response("database", database.answers());
    }

    @Produces
    @Readiness
    HealthCheck storeAnswers() {
        return () -> response("storage", answers(store));
    }

    @Produces
    @Readiness
    HealthCheck tokensCanBeVerified() {
        return () -> response("keys", keys.areThere());
    }

    @Produces
    @Startup
    HealthCheck nodeIsRegistered() {
        return () -> response("node", node.incarnation().isPresent());
    }

    private static boolean answers(ObjectStore store) {
        try {
            store.check();
            return true;
        } catch (StoreUnavailable away) {
            return false;
        }
    }

    private static HealthCheckResponse response(String name, boolean up) {
        return HealthCheckResponse.named(name).status(up).build();
    }
}

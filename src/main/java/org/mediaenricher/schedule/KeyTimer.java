package org.mediaenricher.schedule;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.mediaenricher.problems.Repeated;
import org.mediaenricher.security.TokenKeys;

/** Retired keys are forgotten, new ones learnt. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class KeyTimer {
    private final Repeated bell = new Repeated("token keys");

    @Inject
    private TokenKeys keys;

    /** Every five seconds; how often each source is read is a setting. */
    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false, info = "token keys")
    public void refresh() {
        bell.run(keys::refresh);
    }
}

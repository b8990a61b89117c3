package org.mediaenricher.schedule;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.mediaenricher.problems.Repeated;
import org.mediaenricher.queue.Ring;

/** Schedules fire. */
@Singleton
@Startup
@DependsOn("HeartbeatTimer")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ScheduleTimer {
    private final Repeated bell = new Repeated("schedules");

    @Inject
    private Ring ring;

    /** Every second. */
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false, info = "schedules")
    public void ring() {
        bell.run(ring::ring);
    }
}

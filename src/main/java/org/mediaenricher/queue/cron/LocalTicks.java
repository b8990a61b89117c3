package org.mediaenricher.queue.cron;

import com.cronutils.model.Cron;
import com.cronutils.model.time.ExecutionTime;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;

/** The ticks of an expression where clocks never change. */
final class LocalTicks {
    private final ExecutionTime times;

    LocalTicks(Cron cron) {
        times = ExecutionTime.forCron(cron);
    }

    /**
     * The first tick later than the given time, as local clocks of that offset show it.
     *
     * @param time in whole seconds
     * @return empty when there is none in the next hundred years
     */
    Optional<Instant> after(Instant time, ZoneOffset offset) {
        return times.nextExecution(time.atZone(offset)).map(ZonedDateTime::toInstant);
    }
}

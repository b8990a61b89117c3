package org.mediaenricher.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mediaenricher.queue.Schedule;
import org.mediaenricher.queue.Schedules;
import org.mediaenricher.queue.Tick;

/** {@code /console/schedules.xhtml}: what becomes a job again and again. */
@Named
@RequestScoped
public class SchedulesPage {
    @Inject
    private Schedules schedules;

    @Inject
    private Address address;

    private Listed<ScheduleRow> rows;

    /** By name. */
    public Listed<ScheduleRow> getRows() {
        if (rows == null) {
            List<Schedule> found = schedules.list(address.text("after"), Listed.ASKED);
            Map<UUID, Tick> last = schedules.lastTicks(found);
            rows = Listed.of(found, schedule -> schedule.name)
                    .map(schedule -> ScheduleRow.of(
                            schedule,
                            Optional.ofNullable(last.get(schedule.id))
                                    .map(TickRow::of)
                                    .orElse(null)));
        }
        return rows;
    }
}

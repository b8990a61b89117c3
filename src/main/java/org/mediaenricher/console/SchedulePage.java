package org.mediaenricher.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.mediaenricher.problems.Problem;
import org.mediaenricher.queue.Schedule;
import org.mediaenricher.queue.Schedules;
import org.mediaenricher.security.Caller;
import org.mediaenricher.security.Rights;

/** {@code /console/schedule.xhtml?id=…}: one schedule and its history; without an id, a new one. */
@Named
@RequestScoped
public class SchedulePage {
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

    @Inject
    private Schedules schedules;

    @Inject
    private ScheduleForm form;

    @Inject
    private Caller caller;

    @Inject
    private Address address;

    @Inject
    private Acts acts;

    @Inject
    private FacesContext faces;

    private Schedule schedule;
    private Listed<TickRow> ticks;

    /** Whether it is to be made yet. */
    public boolean isDraft() {
        return address.given("id").isEmpty();
    }

    /** As it is now. */
    public ScheduleRow getSchedule() {
        return ScheduleRow.of(schedule(), null);
    }

    /** Whether it may be told to pause. */
    public boolean isEnabled() {
        return address.isTaking() || schedule().enabled;
    }

    /** Whether it may be told to go on. */
    public boolean isPaused() {
        return address.isTaking() || !schedule().enabled;
    }

    /** Its form. */
    public ScheduleForm getForm() {
        if (!isDraft()) {
            form.fill(schedule());
        }
        return form;
    }

    /** When it fired, and what became of that, newest first. */
    public Listed<TickRow> getTicks() {
        if (ticks == null) {
            ticks = Listed.of(schedules.ticks(schedule().id, before(), Listed.ASKED), tick -> tick.dueAt)
                    .map(TickRow::of);
        }
        return ticks;
    }

    /** A tick now. */
    public void run() {
        act(
                Rights.STEER_QUEUE,
                "run-schedule",
                () -> schedules.runNow(caller, id()).skipped
                        ? "Its job before is still to be done, so there is no second one."
                        : "Its job is enqueued.");
    }

    /** Lets it not fire for now. */
    public void pause() {
        act(Rights.STEER_QUEUE, "pause-schedule", () -> {
            schedules.pause(caller, id());
            return "It does not fire until it is resumed.";
        });
    }

    /** Lets it fire again. */
    public void resume() {
        act(Rights.STEER_QUEUE, "resume-schedule", () -> {
            schedules.resume(caller, id());
            return "It fires again, from its next time on.";
        });
    }

    /** Makes it what the form says. */
    public void save() throws IOException {
        if (isDraft()) {
            create();
        } else {
            act(Rights.MANAGE_SCHEDULES, "change-schedule", () -> {
                schedules.change(caller, id(), getForm().asked());
                return "It is saved.";
            });
        }
    }

    /** Takes it away with its history. */
    public void remove() throws IOException {
        boolean gone = act(Rights.MANAGE_SCHEDULES, "remove-schedule", () -> {
            schedules.remove(caller, id());
            return "It is removed.";
        });
        if (gone) {
            faces.getExternalContext().redirect("/console/schedules.xhtml");
        }
    }

    private void create() throws IOException {
        boolean made = acts.act(Rights.MANAGE_SCHEDULES, "add-schedule", Map.of(), () -> {
            schedule = schedules.create(caller, form.asked());
            return "It is made.";
        });
        if (made) {
            faces.getExternalContext().redirect("/console/schedule.xhtml?id=" + schedule.id);
        }
    }

    private boolean act(String right, String action, Supplier<String> act) {
        boolean done = acts.act(right, action, Map.of("schedule_id", id().toString()), act);
        schedule = null;
        ticks = null;
        return done;
    }

    private UUID id() {
        return address.id("id");
    }

    private Optional<Instant> before() {
        try {
            return address.given("after")
                    .map(Instant::parse)
                    .filter(Instant.EPOCH::isBefore)
                    .filter(END_OF_TIME::isAfter);
        } catch (DateTimeParseException none) {
            throw new Problem(Problem.Kind.NOT_FOUND, "There is nothing under this address.");
        }
    }

    private Schedule schedule() {
        if (schedule == null) {
            schedule = schedules.get(id());
        }
        return schedule;
    }
}

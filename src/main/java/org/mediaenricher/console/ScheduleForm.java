package org.mediaenricher.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.mediaenricher.problems.Problem;
import org.mediaenricher.queue.JobKinds;
import org.mediaenricher.queue.NewSchedule;
import org.mediaenricher.queue.Schedule;

/** What a schedule is, as a form asks it. A field that nobody typed into yet is null. */
@Named
@RequestScoped
public class ScheduleForm {
    @Inject
    private JobKinds kinds;

    private String name;
    private String expression;
    private String zone;
    private String kind;
    private String payload;

    /** Fills in what nobody typed over. */
    void fill(Schedule schedule) {
        name = name == null ? schedule.name : name;
        expression = expression == null ? schedule.expression : expression;
        zone = zone == null ? schedule.zone : zone;
        payload = payload == null ? PrettyJson.of(schedule.payload) : payload;
        kind = schedule.kind;
    }

    /**
     * What is asked.
     *
     * @throws Problem INVALID when the payload is none
     */
    NewSchedule asked() {
        return new NewSchedule(text(name).strip(), text(expression), text(zone).strip(), text(kind), object());
    }

    /** The kinds that may be put on a schedule. */
    public List<String> getKinds() {
        return List.copyOf(kinds.schedulable());
    }

    private JsonObject object() {
        try (JsonReader reader = Json.createReader(new StringReader(text(payload)))) {
            return reader.readObject();
        } catch (JsonException none) {
            throw Problem.invalid(Map.of("payload", "must be a JSON object, such as {\"bucket\": \"photos\"}"));
        }
    }

    private static String text(String given) {
        return given == null ? "" : given;
    }

    /** Unique within the tenant. */
    public String getName() {
        return name;
    }

    /** From the form. */
    public void setName(String name) {
        this.name = text(name);
    }

    /** A cron expression. */
    public String getExpression() {
        return expression;
    }

    /** From the form. */
    public void setExpression(String expression) {
        this.expression = text(expression);
    }

    /** The time zone whose clocks it goes by; UTC unless somebody says otherwise. */
    public String getZone() {
        return zone == null ? "UTC" : zone;
    }

    /** From the form. */
    public void setZone(String zone) {
        this.zone = text(zone);
    }

    /** Of the jobs it makes. */
    public String getKind() {
        return kind;
    }

    /** From the form. */
    public void setKind(String kind) {
        this.kind = text(kind);
    }

    /** What they are about, a JSON object. */
    public String getPayload() {
        return payload == null ? "{\n}" : payload;
    }

    /** From the form. */
    public void setPayload(String payload) {
        this.payload = text(payload);
    }
}

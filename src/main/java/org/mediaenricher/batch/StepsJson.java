package org.mediaenricher.batch;

import jakarta.batch.runtime.Metric;
import jakarta.batch.runtime.Metric.MetricType;
import jakarta.batch.runtime.StepExecution;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** What an engine says of an execution, as JSON for its history. */
final class StepsJson {
    private StepsJson() {}

    /** Each step with its name, status, counts, begin and end. */
    static String of(List<StepExecution> steps) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        steps.forEach(step -> array.add(step(step)));
        return array.build().toString();
    }

    /** The parameters of a job by their names. */
    static String parameters(Properties parameters) {
        JsonObjectBuilder object = Json.createObjectBuilder();
        parameters.stringPropertyNames().forEach(name -> object.add(name, parameters.getProperty(name)));
        return object.build().toString();
    }

    private static JsonObjectBuilder step(StepExecution step) {
        JsonObjectBuilder object = Json.createObjectBuilder()
                .add("name", step.getStepName())
                .add("status", step.getBatchStatus().name().toLowerCase(Locale.ROOT))
                .add("read", count(step, MetricType.READ_COUNT))
                .add("written", count(step, MetricType.WRITE_COUNT))
                .add("commits", count(step, MetricType.COMMIT_COUNT))
                .add("rollbacks", count(step, MetricType.ROLLBACK_COUNT));
        addInstant(object, "started_at", step.getStartTime());
        addInstant(object, "ended_at", step.getEndTime());
        return object;
    }

    private static long count(StepExecution step, MetricType type) {
        return Arrays.stream(step.getMetrics())
                .filter(metric -> metric.getType() == type)
                .mapToLong(Metric::getValue)
                .findFirst()
                .orElse(0);
    }

    private static void addInstant(JsonObjectBuilder object, String name, Date instant) {
        if (instant != null) {
            object.add(name, instant.toInstant().toString());
        }
    }
}

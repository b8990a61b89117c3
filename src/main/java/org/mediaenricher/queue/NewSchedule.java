package org.mediaenricher.queue;

import jakarta.json.JsonObject;

/**
 * What somebody asks of a schedule, unchecked. A text that was not given is empty.
 *
 * @param name unique within the tenant, 1 to 100 characters
 * @param expression a cron expression
 * @param zone the time zone whose clocks it goes by
 * @param kind of the jobs it makes
 * @param payload what they are about
 */
public record NewSchedule(String name, String expression, String zone, String kind, JsonObject payload) {}

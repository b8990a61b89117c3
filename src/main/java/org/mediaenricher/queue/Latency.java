package org.mediaenricher.queue;

import java.time.Duration;

/**
 * How long jobs took, from the last claim to the end.
 *
 * @param p50 half of them not longer
 * @param p95 95 of 100 not longer
 * @param p99 99 of 100 not longer
 */
public record Latency(Duration p50, Duration p95, Duration p99) {}

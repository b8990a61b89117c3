package org.mediaenricher.runs;

/**
 * How an execution of a job ended.
 *
 * @param status {@code completed}, {@code stopped} or {@code failed}
 * @param exitStatus what the job says of its end, may be null
 * @param steps a JSON array of them
 */
public record EndedExecution(String status, String exitStatus, String steps) {}

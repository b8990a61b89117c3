package org.mediaenricher.queue;

/**
 * What became of a {@link NewJob}.
 *
 * @param id of the job
 * @param isNew false when one with the same unique key was there already, whose id it is
 */
public record Enqueued(long id, boolean isNew) {}

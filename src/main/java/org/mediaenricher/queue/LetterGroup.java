package org.mediaenricher.queue;

/**
 * Dead letters of one kind that were given up for the same reason.
 *
 * @param reason the first line of it, or the beginning of that
 * @param number how many there are among the newest 10,000 that match
 */
public record LetterGroup(String kind, String reason, long number) {}

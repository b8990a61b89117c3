package org.mediaenricher.queue;

import java.util.Optional;

/**
 * Which jobs, newest first.
 *
 * @param kind only of this kind
 * @param status only those that stand so
 * @param text only those whose last error, or the reason they were given up for, has this in it, in whatever case
 * @param after only those older than this one
 * @param limit how many at the most
 */
public record JobFilter(
        Optional<String> kind, Optional<JobStatus> status, Optional<String> text, Optional<Long> after, int limit) {}

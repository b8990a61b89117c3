package org.mediaenricher.runs;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Which runs to list, newest first.
 *
 * @param bucket only of this bucket, empty for all
 * @param status only in this state, empty for all
 * @param startedBy only by this user, empty for all
 * @param since only started then or later, empty for all
 * @param until only started before, empty for all
 * @param after the last run of the page before, empty for the first page
 * @param limit how many at the most
 */
public record RunFilter(
        Optional<String> bucket,
        Optional<RunStatus> status,
        Optional<String> startedBy,
        Optional<Instant> since,
        Optional<Instant> until,
        Optional<UUID> after,
        int limit) {}

package org.mediaenricher.security;

import java.time.Instant;
import java.util.Optional;

/**
 * Which entries of the audit log, newest first.
 *
 * @param user only of this user
 * @param action only of this action
 * @param result only with this result
 * @param since only from this instant on
 * @param until only before this instant
 * @param subject only those about this: an id, a name, a bucket, as a whole
 * @param after only those older than this entry
 * @param limit how many at the most
 */
public record AuditFilter(
        Optional<String> user,
        Optional<String> action,
        Optional<String> result,
        Optional<Instant> since,
        Optional<Instant> until,
        Optional<String> subject,
        Optional<Long> after,
        int limit) {
    /** What is about this, whoever did it and whenever. */
    public static AuditFilter about(String subject, int limit) {
        return new AuditFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(subject),
                Optional.empty(),
                limit);
    }

    /** The next ones of the same. */
    public AuditFilter after(long entry, int most) {
        return new AuditFilter(user, action, result, since, until, subject, Optional.of(entry), most);
    }
}

package org.mediaenricher.api;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import org.mediaenricher.runs.NewRun;
import org.mediaenricher.runs.RunMode;
import org.mediaenricher.runs.RunTrigger;

/**
 * The query of a backfill.
 *
 * @param run what is asked
 * @param dryRun whether only the counts are wanted
 */
record BackfillRequest(NewRun run, boolean dryRun) {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_KEY = 1024;

    static BackfillRequest of(
            MultivaluedMap<String, String> given, Optional<String> idempotencyKey, RunTrigger trigger) {
        Query query = new Query(given);
        NewRun run = new NewRun(
                query.needed("bucket", LONGEST_NAME),
                query.text("prefix", LONGEST_KEY).orElse(""),
                query.number("limit", 0, 1, Long.MAX_VALUE),
                query.word("mode", RunMode.words(), RunMode::of).orElse(RunMode.CHANGED),
                query.flag("looks"),
                query.number("skip_limit", -1, 0, Long.MAX_VALUE),
                Optional.empty(),
                trigger,
                idempotencyKey);
        boolean dryRun = query.flag("dry_run");
        query.check();
        return new BackfillRequest(run, dryRun);
    }
}

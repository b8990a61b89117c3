package org.mediaenricher.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.mediaenricher.harness.Api.Answer;
import org.mediaenricher.harness.EmbeddedDatabase;
import org.mediaenricher.harness.Sandbox;
import org.mediaenricher.harness.ServerNode;

/**
 * One run over a bucket, from the API's POST to the status {@code completed}.
 *
 * @param objects how many succeeded, which is all of them
 * @param seconds between {@code started_at} and {@code ended_at}
 */
record BackfillRun(long objects, double seconds) {
    private static final Duration LONGEST = Duration.ofMinutes(20);
    private static final Set<String> ENDED = Set.of("completed", "failed", "stopped");

    private static final String STATE = """
            select status, reason, total_files, succeeded,
                   extract(epoch from ended_at - started_at),
                   (select count(*) from public.media_assets where status = 'ready')
              from public.media_enrich_runs where id = ?
            """;

    /** Runs it into empty tables. */
    static BackfillRun over(String bucket, Workbench workbench, ServerNode node) throws SQLException {
        workbench.clear();
        Sandbox sandbox = workbench.sandbox();
        Answer opened = sandbox.admin(node).post("/media-enricher/backfill?mode=all&bucket=" + bucket, "{}");
        if (opened.status() != 202) {
            throw new IllegalStateException("the run was not opened: " + opened);
        }
        UUID id = UUID.fromString(opened.json().get("id").asText());
        Awaitility.await("end of run " + id)
                .pollInSameThread()
                .pollInterval(Duration.ofMillis(250))
                .atMost(LONGEST)
                .until(() -> hasEnded(sandbox.database(), id));
        BackfillRun run = read(sandbox.database(), id);
        workbench.say("  %,d objects in %.2f s: %,.0f a second".formatted(run.objects, run.seconds, run.perSecond()));
        return run;
    }

    double perSecond() {
        return objects / seconds;
    }

    private static boolean hasEnded(EmbeddedDatabase database, UUID id) throws SQLException {
        try (Connection owner = database.owner();
                PreparedStatement select =
                        owner.prepareStatement("select status from public.media_enrich_runs where id = ?")) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next() && ENDED.contains(row.getString(1));
            }
        }
    }

    /** Reads the run's line; one that left something out measures nothing. */
    private static BackfillRun read(EmbeddedDatabase database, UUID id) throws SQLException {
        try (Connection owner = database.owner();
                PreparedStatement select = owner.prepareStatement(STATE)) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                long succeeded = row.getLong("succeeded");
                if (!row.getString(1).equals("completed")
                        || succeeded != row.getLong("total_files")
                        || succeeded != row.getLong(6)) {
                    throw new IllegalStateException("run " + id + " ended " + row.getString(1) + " (" + row.getString(2)
                            + ") with " + succeeded + " of " + row.getLong(3) + " and " + row.getLong(6) + " rows");
                }
                return new BackfillRun(succeeded, row.getDouble(5));
            }
        }
    }
}

package org.mediaenricher.console;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.mediaenricher.queue.JobStatus;
import org.mediaenricher.queue.KindState;

/**
 * A kind of jobs with its counts, each of which leads to the list of them.
 *
 * @param href to the page of the kind
 * @param oldest since when its first job waits whose time has come, null when none does
 * @param pause why none of it is begun, null when they are
 */
public record KindRow(String name, String href, List<Count> counts, Instant oldest, KindState.Pause pause) {
    private static final String QUEUE = "/console/queue.xhtml?kind=";

    /** The columns, in their order. */
    static final List<JobStatus> COLUMNS = List.of(
            JobStatus.SCHEDULED,
            JobStatus.AVAILABLE,
            JobStatus.RUNNING,
            JobStatus.RETRYABLE,
            JobStatus.DEAD,
            JobStatus.COMPLETED,
            JobStatus.CANCELLED);

    /** How many jobs stand so; {@code href} to them. */
    public record Count(String status, long number, String href) {}

    static KindRow of(KindState state) {
        String kind = URLEncoder.encode(state.kind(), StandardCharsets.UTF_8);
        Stream<Count> counts = COLUMNS.stream()
                .map(status -> new Count(status.word(), state.counts().getOrDefault(status, 0L), href(kind, status)));
        return new KindRow(
                state.kind(),
                QUEUE + kind,
                counts.toList(),
                state.oldest().orElse(null),
                state.pause().orElse(null));
    }

    private static String href(String kind, JobStatus status) {
        return status == JobStatus.DEAD
                ? "/console/dead-letters.xhtml?kind=" + kind
                : QUEUE + kind + "&status=" + status.word();
    }
}

package org.mediaenricher.crash;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.mediaenricher.crash.Toll.Redone;
import org.mediaenricher.demo.sample.CameraJpegs;
import org.mediaenricher.harness.Api;
import org.mediaenricher.harness.ServerNode;

/** A run over a large bucket, whose process is killed at random moments and started again each time. */
public record BackfillKillLoop(int objects, int kills) implements Scenario {
    private static final List<String> ACTIVE = List.of("pending", "running");

    private static final String COUNTS = """
            select r.total_files, r.processed_files, r.succeeded, r.failed, r.skipped,
                   (select count(*) from public.media_assets a where a.run_id = r.id) as rows,
                   (select count(*) from public.media_assets a where a.run_id = r.id and a.writes <> 1) as written_again,
                   (select sum(s.processed) from public.media_enrich_slices s where s.run_id = r.id) as of_slices
              from public.media_enrich_runs r where r.id = ?
            """;

    private static final String SLICES = "select after_key as name from public.media_enrich_slices where run_id = ?";
    private static final String WRITTEN = "select path as name from public.media_assets where run_id = ?";

    @Override
    public Toll on(Field field) throws Exception {
        Path bucket = field.sandbox().bucket("b");
        CameraJpegs.small(objects).fill(bucket);
        ReadMarks marks = new ReadMarks(bucket);
        marks.clear();
        ServerNode node = field.node("a");
        UUID run = open(field, node);
        long read = 0;
        long undone = 0;
        for (int kill = 0; kill < kills; kill++) {
            long aim =
                    (long) objects * kill / kills + ThreadLocalRandom.current().nextInt(1 + objects / kills);
            field.await("progress", () -> processed(field, run) >= Math.min(aim, objects - 1));
            long stroke = System.nanoTime();
            node.kill();
            field.awaitSessionsEnd(node);
            long before = processed(field, run);
            Set<String> sinceStart = marks.read();
            read += sinceStart.size();
            undone += chunksUndone(field, run, sinceStart);
            marks.clear();
            node.start();
            field.await("the run going on", () -> processed(field, run) > before || !isActive(field, run));
            field.rescued(stroke);
        }
        field.await("the end of the run", () -> !isActive(field, run));
        return toll(field, run, read + marks.read().size(), undone);
    }

    private Toll toll(Field field, UUID run, long read, long undone) {
        Map<String, Object> counts = field.rows(COUNTS, run).get(0);
        long rows = (Long) counts.get("rows");
        long wrong = List.of("total_files", "processed_files", "succeeded", "of_slices").stream()
                .mapToLong(name -> Math.abs(((Number) counts.get(name)).longValue() - rows))
                .sum();
        return new Toll(
                "backfill-kill-loop",
                kills,
                objects - rows,
                wrong + (Long) counts.get("written_again"),
                field.longestRescue(),
                read < objects
                        ? Optional.empty()
                        : Optional.of(new Redone(read - objects, undone))); // noatime: unknown
    }

    /** In how many slices something was read and is not written: of each, a partition had one chunk in hand. */
    private static long chunksUndone(Field field, UUID run, Set<String> read) {
        NavigableSet<String> slices = new TreeSet<>(texts(field, SLICES, run));
        Set<String> written = texts(field, WRITTEN, run);
        return read.stream()
                .filter(name -> !written.contains(name))
                .map(slices::lower)
                .distinct()
                .count();
    }

    private static Set<String> texts(Field field, String sql, UUID run) {
        return field.rows(sql, run).stream()
                .map(row -> (String) row.get("name"))
                .collect(Collectors.toSet());
    }

    private static UUID open(Field field, ServerNode node) {
        Api.Answer answer = field.sandbox().admin(node).post("/media-enricher/backfill?bucket=b", "{}");
        if (answer.status() != 202) {
            throw new IllegalStateException(answer.toString());
        }
        return UUID.fromString(answer.json().get("id").asText());
    }

    private static long processed(Field field, UUID run) {
        return field.number("select processed_files as n from public.media_enrich_runs where id = ?", run);
    }

    private static boolean isActive(Field field, UUID run) {
        return ACTIVE.contains(field.rows("select status from public.media_enrich_runs where id = ?", run)
                .get(0)
                .get("status"));
    }
}

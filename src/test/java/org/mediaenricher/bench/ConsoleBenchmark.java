package org.mediaenricher.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.mediaenricher.harness.Browser;
import org.mediaenricher.harness.Rows;
import org.mediaenricher.harness.Sandbox;
import org.mediaenricher.harness.ServerNode;

/** How soon pages of the console answer an admin whose tenant has a million assets and 100,000 runs behind it. */
final class ConsoleBenchmark implements Benchmark {
    private static final int WARM_UPS = 30;
    private static final int TURNS = 100;

    private static final List<String> PAST = List.of(
            """
            insert into public.buckets (tenant_id, name, location)
            select '%1$s', name, 'camera' from unnest(array['camera', 'archive']) as name on conflict do nothing
            """,
            """
            insert into public.media_enrich_runs
              (tenant_id, id, bucket, prefix, mode, trigger, status, started_at, ended_at, surveyed, total_files,
               processed_files, succeeded, failed, skipped, started_by)
            select '%1$s', gen_random_uuid(), case n %% 2 when 0 then 'camera' else 'archive' end, '', 'changed', 'cron',
                   case when n %% 5000 = 0 then 'failed' else 'completed' end, now() - n * interval '5 minutes',
                   now() - n * interval '5 minutes' + interval '1 minute', true, 1000, 1000, 990, 10, 0,
                   'person ' || n %% 50
              from generate_series(1, 100000) n
            """,
            """
            insert into public.media_enrich_run_minutes (tenant_id, run_id, minute, processed, failed)
            select tenant_id, id, date_trunc('minute', started_at), 1000, 10 from public.media_enrich_runs
            """,
            """
            insert into public.media_assets
              (tenant_id, id, bucket, path, status, size_bytes, etag, content_type, width, height, captured_at, tags,
               latitude, longitude, enriched_at)
            select '%1$s', gen_random_uuid(), case n %% 10 when 0 then 'archive' else 'camera' end,
                   to_char(n, 'FM0000000') || '.jpg', 'ready', 1000000 + n, n::text,
                   (array['image/jpeg', 'image/heic', 'video/mp4', 'audio/mpeg'])[1 + n %% 4], 4000, 3000,
                   now() - n * interval '1 minute', array['tag ' || n %% 100, 'rare ' || n %% 50000],
                   n %% 90, n %% 180, now() - n * interval '1 second'
              from generate_series(1, 1000000) n
            """,
            """
            insert into public.jobs_history
              (tenant_id, id, due_at, created_at, claimed_at, ended_at, priority, attempt, max_attempts, status, kind,
               payload)
            select '%1$s', n, ended, ended, ended - exp(12 * random()) * interval '1 millisecond', ended, 0, 1, 5,
                   'completed', 'backfill-bucket', '{}'
              from (select n, now() - (1000000 - n) * interval '1 second' as ended from generate_series(1, 1000000) n) h
            """,
            """
            insert into public.jobs_dlq
              (tenant_id, id, due_at, created_at, ended_at, priority, attempt, max_attempts, payload_version, crashes,
               kind, payload, reason)
            select '%1$s', 2000000 + n, now(), now(), now(), 0, 5, 5, 1, 0, 'backfill-bucket', '{}',
                   'The provider answered ' || 400 + n %% 20
              from generate_series(1, 10000) n
            """,
            "do 'begin while enricher.roll_up_jobs() loop end loop; end'",
            "vacuum analyze public.job_rollups, public.job_percentiles",
            "vacuum analyze public.media_enrich_runs",
            "vacuum analyze public.media_enrich_run_minutes",
            """
            vacuum analyze public.media_assets
            """,
            "vacuum analyze public.jobs_history",
            "vacuum analyze public.jobs_dlq",
            "checkpoint");

    @Override
    public List<String> names() {
        return List.of("console.");
    }

    @Override
    public void run(Workbench workbench, Figures figures) throws Exception {
        workbench.say("making a past: a million assets and jobs, 100,000 runs");
        past(workbench);
        ServerNode node = workbench.node();
        Browser browser = Browser.on(node);
        browser.submit(
                browser.open("/console/sign-in.xhtml"),
                "person",
                Map.of("name", "admin", "password", workbench.sandbox().firstAdminPassword()),
                "enter");
        for (Map.Entry<String, String> page : pages(workbench).entrySet()) {
            IntStream.range(0, WARM_UPS).forEach(turn -> millis(browser, page.getValue()));
            double[] times = IntStream.range(0, TURNS)
                    .mapToDouble(turn -> millis(browser, page.getValue()))
                    .sorted()
                    .toArray();
            figures.add("console." + page.getKey() + ".p95_ms", times[TURNS * 95 / 100], "ms");
        }
    }

    private static Map<String, String> pages(Workbench workbench) throws SQLException {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("overview", "index.xhtml");
        pages.put("overview-day", "index.xhtml?range=day");
        pages.put("start", "start.xhtml");
        pages.put("runs", "runs.xhtml");
        pages.put("runs-failed", "runs.xhtml?status=failed&bucket=camera");
        pages.put("runs-by", "runs.xhtml?by=person+7");
        pages.put("run", "run.xhtml?id=" + first(workbench, "select id from public.media_enrich_runs limit 1"));
        pages.put("queue", "queue.xhtml");
        pages.put("queue-day", "queue.xhtml?range=day");
        pages.put("dead-letters", "dead-letters.xhtml");
        pages.put("dead-letters-text", "dead-letters.xhtml?text=407");
        pages.put("job", "job.xhtml?id=" + first(workbench, "select id from public.jobs_history limit 1"));
        pages.put("schedules", "schedules.xhtml");
        pages.put("assets", "assets.xhtml");
        pages.put("assets-tag", "assets.xhtml?tag=rare+77");
        pages.put("assets-type", "assets.xhtml?type=video");
        pages.put("asset", "asset.xhtml?id=" + first(workbench, "select id from public.media_assets limit 1"));
        pages.put("nodes", "nodes.xhtml");
        pages.put("audit", "audit.xhtml");
        pages.put("settings", "settings.xhtml");
        return pages;
    }

    private static double millis(Browser browser, String page) {
        long begin = System.nanoTime();
        int status = browser.open("/console/" + page).status();
        if (status != 200) {
            throw new IllegalStateException(page + " answered " + status);
        }
        return (System.nanoTime() - begin) / 1e6;
    }

    private static Object first(Workbench workbench, String query) throws SQLException {
        try (Connection superuser = workbench.sandbox().database().superuser()) {
            return Rows.of(superuser, query).get(0).get("id");
        }
    }

    private static void past(Workbench workbench) throws SQLException {
        try (Connection superuser = workbench.sandbox().database().superuser();
                Statement statement = superuser.createStatement()) {
            for (String sql : PAST) {
                statement.execute(sql.contains("%") ? sql.formatted(Sandbox.TENANT) : sql);
            }
        }
    }
}

package org.mediaenricher.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.mediaenricher.harness.Rows;
import org.mediaenricher.harness.ServerNode;
import org.mediaenricher.harness.TrialJobs;

/**
 * The job queue on one machine, fsync on: jobs that do nothing, from waiting to written down as done, and how soon one
 * begins that meets an idle queue. Where Node.js is, its two best-known queues do the same on the same database.
 */
final class QueueBenchmark implements Benchmark {
    private static final String TENANT = "22222222-2222-4222-8222-222222222222";
    private static final String IN_TRANSACTION = "nothing-in-transaction";
    private static final String TOGETHER = "nothing-together";
    private static final String OUTSIDE = "nothing-outside";
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int TURNS = 3;
    private static final int SLOW_JOBS = 20_000;
    private static final int FAST_JOBS = 100_000;
    private static final int WAITING = 100_000;
    private static final int MILLION = 1_000_000;
    private static final int TEN_MILLION = 10_000_000;
    private static final int WAKES = 100;

    private static final String CLAIM = """
            select count(*) from enricher.claim_jobs(
              'nothing-waiting', 1, 20, '00000000-0000-0000-0000-000000000000', null, null, 'bench', 0, '1 hour')
            """;

    @Override
    public List<String> names() {
        return List.of(
                "queue.transactional_jobs_per_s",
                "queue.transactional_together_jobs_per_s",
                "queue.batched_jobs_per_s",
                "queue.enqueue_per_s",
                "queue.claim_p95_ms",
                "queue.wake_p95_ms",
                "queue.graphile_plain_jobs_per_s",
                "queue.graphile_batched_jobs_per_s",
                "queue.pgboss_jobs_per_s",
                "queue.million",
                "queue.claim_after_10m_p95_ms",
                "queue.wake_after_10m_p95_ms");
    }

    @Override
    public void run(Workbench workbench, Figures figures) throws Exception {
        workbench.sandbox().tenant(UUID.fromString(TENANT), "Bench");
        ServerNode node = workbench.start(plan -> plan.war(TrialJobs.war(workbench.sandbox())));
        Bed bed = new Bed(workbench, node.address());
        bed.drained(OUTSIDE, SLOW_JOBS); // the JVM compiles
        bed.drained(IN_TRANSACTION, SLOW_JOBS);
        rate(figures, "queue.enqueue_per_s", turn -> bed.enqueued(OUTSIDE, FAST_JOBS));
        bed.clear();
        rate(figures, "queue.batched_jobs_per_s", turn -> bed.drained(OUTSIDE, FAST_JOBS));
        rate(figures, "queue.transactional_jobs_per_s", turn -> bed.drained(IN_TRANSACTION, SLOW_JOBS));
        rate(figures, "queue.transactional_together_jobs_per_s", turn -> bed.drained(TOGETHER, FAST_JOBS));
        bed.clear();
        if (figures.wants("queue.wake_p95_ms") || figures.wants("queue.claim_p95_ms")) {
            latencies("", bed, figures);
        }
        peers(workbench, figures);
        afterLong(bed, figures);
    }

    private static void latencies(String when, Bed bed, Figures figures) throws Exception {
        figures.add("queue.wake" + when + "_p95_ms", bed.wakeP95(), "ms");
        bed.waiting(WAITING);
        figures.add("queue.claim" + when + "_p95_ms", bed.claimP95(), "ms");
        bed.clear();
    }

    /** What a queue is like that has been at work for long. */
    private static void afterLong(Bed bed, Figures figures) throws Exception {
        if (figures.wants("queue.million")) {
            figures.add("queue.million_jobs_per_s", bed.drained(OUTSIDE, MILLION), "jobs/s");
            figures.add("queue.million_live_mb", bed.size("public.jobs") / 1e6, "MB");
            figures.add("queue.million_dead_tuples", bed.deadTuples("jobs"), "rows");
            figures.add("queue.million_history_mb", bed.size("public.jobs_history") / 1e6, "MB");
            bed.clear();
        }
        if (figures.wants("queue.wake_after_10m_p95_ms") || figures.wants("queue.claim_after_10m_p95_ms")) {
            bed.past(TEN_MILLION);
            latencies("_after_10m", bed, figures);
        }
    }

    private static void peers(Workbench workbench, Figures figures) throws Exception {
        if (!figures.wants("queue.graphile") && !figures.wants("queue.pgboss")) {
            return;
        }
        Optional<QueuePeers> peers = QueuePeers.in(workbench);
        if (peers.isEmpty()) {
            workbench.say("  without Node.js there are no peers to measure");
            return;
        }
        QueuePeers both = peers.get();
        rate(figures, "queue.graphile_plain_jobs_per_s", turn -> both.rate("graphile-plain", SLOW_JOBS));
        rate(figures, "queue.graphile_batched_jobs_per_s", turn -> both.rate("graphile-batched", FAST_JOBS));
        rate(figures, "queue.pgboss_jobs_per_s", turn -> both.rate("pg-boss", FAST_JOBS));
    }

    /** A measurement that is made several times. */
    private interface Turn {
        double measure(int turn) throws Exception;
    }

    private static void rate(Figures figures, String name, Turn turn) throws Exception {
        if (figures.wants(name)) {
            double[] rates = new double[TURNS];
            for (int each = 0; each < TURNS; each++) {
                rates[each] = turn.measure(each);
            }
            figures.add(name, Figures.median(rates), "jobs/s");
        }
    }

    /** The node under test, and its tables looked at from outside. */
    private static final class Bed {
        private final Workbench workbench;
        private final URI server;
        private final HttpClient client = HttpClient.newHttpClient();

        Bed(Workbench workbench, URI server) {
            this.workbench = workbench;
            this.server = server;
        }

        /** Jobs a second that are enqueued, 500 in a transaction, while nobody does any. */
        double enqueued(String kind, int count) throws Exception {
            clear();
            pause(kind);
            double rate = enqueue(kind, count);
            workbench.say("  %,.0f enqueued a second".formatted(rate));
            return rate;
        }

        /** Jobs a second, from the moment they may be claimed until the last one is written down as done. */
        double drained(String kind, int count) throws Exception {
            enqueued(kind, count);
            rows("checkpoint");
            long began = System.nanoTime();
            rows("delete from public.job_pauses");
            rows("select pg_notify('enricher_jobs', ?)", kind);
            Awaitility.await("the last job")
                    .pollInSameThread()
                    .pollInterval(Duration.ofMillis(100))
                    .atMost(LONGEST)
                    .until(() -> rows("select from public.jobs where kind = ? limit 1", kind)
                            .isEmpty());
            double rate = count / ((System.nanoTime() - began) / 1e9);
            long done = done(kind);
            if (done != count) {
                throw new IllegalStateException(done + " of " + count + " jobs are done");
            }
            workbench.say("  %s: %,.0f jobs a second".formatted(kind, rate));
            return rate;
        }

        /** Milliseconds from the commit of a job to its claim by an idle node, of which 95 in 100 take no more. */
        double wakeP95() throws Exception {
            rows("delete from public.jobs_history where kind = ?", OUTSIDE);
            for (int each = 0; each < WAKES; each++) {
                enqueue(OUTSIDE, 1);
                Awaitility.await("a job alone")
                        .pollInSameThread()
                        .pollInterval(Duration.ofMillis(100))
                        .atMost(LONGEST)
                        .until(() -> rows("select from public.jobs where kind = ?", OUTSIDE)
                                .isEmpty());
            }
            return p95(rows("""
                    select cast(1000 * extract(epoch from claimed_at - created_at) as float8) as ms
                      from public.jobs_history where kind = ?
                    """, OUTSIDE).stream()
                    .mapToDouble(row -> (Double) row.get("ms"))
                    .toArray());
        }

        void waiting(int count) throws SQLException {
            rows("""
                    insert into public.jobs (tenant_id, kind)
                    select md5(cast(n % 100 as text))::uuid, 'nothing-waiting' from generate_series(1, ?) n
                    """, count);
            rows("analyze public.jobs");
        }

        /** Jobs that ended long ago, of another kind. */
        void past(int count) throws SQLException {
            workbench.say("  making %,d jobs of the past".formatted(count));
            rows("""
                    insert into public.jobs_history
                      (tenant_id, id, due_at, created_at, claimed_at, ended_at, priority, attempt, max_attempts, status,
                       kind, payload)
                    select md5(cast(n % 100 as text))::uuid, n, ended,
                           ended, ended, ended, 0, 1, 5, 'completed', 'nothing-past', '{}'
                      from (select n, now() - (? - n) * interval '10 milliseconds' as ended
                              from generate_series(1, ?) n) as past
                    """, count, count);
            rows("vacuum analyze public.jobs_history"); // as it is after long, and not in the middle of the measuring
            rows("checkpoint");
        }

        /** Bytes on the disk, with indexes. */
        double size(String table) throws SQLException {
            return (Long) rows("select pg_total_relation_size(cast(? as regclass)) as n", table)
                    .get(0)
                    .get("n");
        }

        /** Rows that are gone and not cleaned away yet. */
        double deadTuples(String table) throws SQLException {
            rows("select pg_stat_force_next_flush()");
            return (Long) rows("select n_dead_tup as n from pg_stat_user_tables where relname = ?", table)
                    .get(0)
                    .get("n");
        }

        /** Milliseconds of a claim of 20. */
        double claimP95() throws SQLException {
            try (Connection login = workbench.sandbox().database().login()) {
                login.setAutoCommit(false);
                double[] millis = IntStream.range(0, 1000)
                        .mapToDouble(each -> claim(login))
                        .toArray();
                return p95(millis);
            }
        }

        private static double claim(Connection login) {
            Rows.of(login, """
                    select set_config('role', 'service_role', true),
                           set_config('request.jwt.claims', '{"role":"service_role"}', true)
                    """);
            long began = System.nanoTime();
            Rows.of(login, CLAIM);
            Rows.of(login, "commit");
            return (System.nanoTime() - began) / 1e6;
        }

        void clear() throws SQLException {
            rows("truncate public.jobs, public.jobs_history, public.jobs_dlq, public.job_pauses");
        }

        private void pause(String kind) throws SQLException {
            rows("""
                    insert into public.job_pauses (tenant_id, kind, paused_by, reason)
                    values ('00000000-0000-0000-0000-000000000000', ?, 'bench', 'until all are there')
                    """, kind);
        }

        private double enqueue(String kind, int count) throws Exception {
            URI request = server.resolve("/trial/enqueue?tenant=" + TENANT + "&kind=" + kind + "&count=" + count);
            return Double.parseDouble(client.send(
                            HttpRequest.newBuilder(request)
                                    .POST(BodyPublishers.noBody())
                                    .build(),
                            BodyHandlers.ofString())
                    .body());
        }

        private long done(String kind) throws SQLException {
            return (Long) rows("""
                            select count(*) as n from public.jobs_history where kind = ? and status = 'completed'
                            """, kind).get(0).get("n");
        }

        private List<Map<String, Object>> rows(String sql, Object... values) throws SQLException {
            try (Connection superuser = workbench.sandbox().database().superuser()) {
                return Rows.of(superuser, sql, values);
            }
        }
    }

    private static double p95(double[] measured) {
        double[] sorted = java.util.Arrays.stream(measured).sorted().toArray();
        return sorted[(int) (sorted.length * 0.95)];
    }
}

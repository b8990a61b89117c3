package org.mediaenricher.bench;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.mediaenricher.harness.Rows;
import org.mediaenricher.harness.Sandbox;
import org.mediaenricher.harness.ServerNode;
import org.mediaenricher.harness.Tokens;

/** Tokens: how many bad ones are turned away, without the database, and how fast good ones read a page of runs. */
final class AuthBenchmark implements Benchmark {
    private static final String RUNS = "/media-enricher/runs";
    private static final int REFUSED_CONNECTIONS = 32;
    private static final int READING_CONNECTIONS = 16;
    private static final int TENANTS = 8;
    private static final int CALLERS = 16;
    private static final int TURNS = 3;
    /** A server is quick once the JVM has compiled what it runs, which takes two cores under load the better part of a minute. */
    private static final Duration WARM_UP = Duration.ofSeconds(45);

    private static final Duration SPAN = Duration.ofSeconds(10);

    /** What timers and the check of connections do meanwhile: a few a second. */
    private static final long BACKGROUND_PER_SECOND = 10;

    private static final String A_PAGE = """
            insert into public.media_enrich_runs (tenant_id, id, bucket, mode, trigger, status, started_by, ended_at)
            select ?, gen_random_uuid(), 'b', 'changed', 'backfill', 'completed', 'bench', now()
              from generate_series(1, 20)
            """;

    @Override
    public List<String> names() {
        return List.of("auth.reject_per_s", "auth.read_per_s", "auth.read_p95_ms");
    }

    @Override
    public void run(Workbench workbench, Figures figures) throws Exception {
        ServerNode node = workbench.node();
        refusals(workbench, node.address(), figures);
        reads(workbench, node.address(), figures);
    }

    private static void refusals(Workbench workbench, URI server, Figures figures) throws Exception {
        List<byte[]> requests = badTokens(workbench.sandbox().tokens()).stream()
                .map(token -> KeepAliveClient.get(server, RUNS, token))
                .toList();
        Load.on(server, REFUSED_CONNECTIONS, WARM_UP, requests, 401);
        double[] rates = new double[TURNS];
        for (int turn = 0; turn < TURNS; turn++) {
            long before = transactions(workbench);
            rates[turn] =
                    Load.on(server, REFUSED_CONNECTIONS, SPAN, requests, 401).perSecond();
            long during = transactions(workbench) - before;
            workbench.say("  %,.0f refused a second, %d transactions meanwhile".formatted(rates[turn], during));
            if (during > BACKGROUND_PER_SECOND * SPAN.toSeconds()) {
                throw new IllegalStateException("refusing tokens cost " + during + " transactions");
            }
        }
        figures.add("auth.reject_per_s", Figures.median(rates), "requests/s");
    }

    private static void reads(Workbench workbench, URI server, Figures figures) throws Exception {
        List<byte[]> requests = callers(workbench.sandbox()).stream()
                .map(token -> KeepAliveClient.get(server, RUNS, token))
                .toList();
        Load.on(server, READING_CONNECTIONS, WARM_UP, requests, 200);
        double[] rates = new double[TURNS];
        double[] p95s = new double[TURNS];
        for (int turn = 0; turn < TURNS; turn++) {
            Load load = Load.on(server, READING_CONNECTIONS, SPAN, requests, 200);
            workbench.say("  %,.0f reads a second, p95 %.1f ms".formatted(load.perSecond(), load.p95Millis()));
            rates[turn] = load.perSecond();
            p95s[turn] = load.p95Millis();
        }
        figures.add("auth.read_per_s", Figures.median(rates), "requests/s");
        figures.add("auth.read_p95_ms", Figures.median(p95s), "ms");
    }

    /** Signed by nobody, expired, for another's key, no token at all. */
    private static List<String> badTokens(Tokens tokens) {
        List<String> bad = new ArrayList<>();
        for (int each = 0; each < CALLERS; each++) {
            String good = tokens.user(Sandbox.TENANT, "admin").sign();
            int signature = good.lastIndexOf('.') + 1;
            bad.add(good.substring(0, signature) + new StringBuilder(good.substring(signature)).reverse());
            bad.add(tokens.user(Sandbox.TENANT, "admin")
                    .validFor(Duration.ofMinutes(-5))
                    .sign());
            bad.add(good.substring(0, signature));
            bad.add("garbage" + each);
        }
        return bad;
    }

    /** So many that none comes near its limit. */
    private static List<String> callers(Sandbox sandbox) throws SQLException {
        List<String> good = new ArrayList<>();
        for (int number = 0; number < TENANTS; number++) {
            UUID tenant = UUID.randomUUID();
            sandbox.tenant(tenant, "Tenant " + number);
            sandbox.bucket(tenant, "b", tenant.toString());
            try (Connection owner = sandbox.database().owner()) {
                Rows.of(owner, A_PAGE, tenant);
            }
            for (int caller = 0; caller < CALLERS; caller++) {
                good.add(sandbox.tokens().user(tenant, "viewer").sign());
            }
        }
        return good;
    }

    /** PostgreSQL's own sessions tell of themselves once a second at most. */
    private static long transactions(Workbench workbench) throws SQLException, InterruptedException {
        TimeUnit.SECONDS.sleep(2);
        try (Connection superuser = workbench.sandbox().database().superuser()) {
            return (Long) Rows.of(superuser, """
                            select xact_commit + xact_rollback as transactions
                              from pg_stat_database where datname = current_database()
                            """).get(0).get("transactions");
        }
    }
}

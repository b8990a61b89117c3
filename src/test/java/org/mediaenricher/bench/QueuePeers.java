package org.mediaenricher.bench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.UUID;

/** The peers of the job queue: two packages of npm, on the same database server, where node and npm are installed. */
final class QueuePeers {
    private static final String[] PACKAGES = {"graphile-worker@0.17.3", "pg-boss@10.3.3", "pg"};

    /** Jobs that do nothing, from waiting to done; prints how many a second. */
    private static final String SCRIPT = """
            const [mode, count, connectionString] = process.argv.slice(2);
            const n = Number(count);
            const { Pool } = require('pg');
            const pool = new Pool({ connectionString, max: 20 });
            const seconds = (began) => Number(process.hrtime.bigint() - began) / 1e9;

            async function graphile(preset) {
              const { run, runMigrations } = require('graphile-worker');
              const quiet = { pgPool: pool, logger: new (require('graphile-worker').Logger)(() => () => {}) };
              await runMigrations(quiet);
              await pool.query(
                "select graphile_worker.add_jobs(array_agg(json_populate_record(null::graphile_worker.job_spec, "
                + "json_build_object('identifier', 'nothing', 'payload', '{}'::json)))) "
                + "from generate_series(1, $1)", [n]);
              let left = n;
              let finished;
              const all = new Promise((resolve) => { finished = resolve; });
              const began = process.hrtime.bigint();
              const runner = await run({
                ...quiet, ...preset,
                taskList: { nothing: async () => { if (--left === 0) finished(); } },
              });
              await all;
              for (;;) {
                const { rows } = await pool.query('select 1 from graphile_worker._private_jobs limit 1');
                if (rows.length === 0) break;
                await new Promise((resolve) => setTimeout(resolve, 5));
              }
              const rate = n / seconds(began);
              await runner.stop();
              return rate;
            }

            async function boss() {
              const PgBoss = require('pg-boss');
              const boss = new PgBoss({ connectionString, max: 10 });
              boss.on('error', () => {});
              await boss.start();
              await boss.createQueue('nothing');
              for (let put = 0; put < n; put += 1000) {
                await boss.insert(Array.from({ length: 1000 }, () => ({ name: 'nothing', data: {} })));
              }
              let left = n;
              const began = process.hrtime.bigint();
              const worker = async () => {
                for (;;) {
                  const jobs = await boss.fetch('nothing', { batchSize: 100 });
                  if (jobs.length === 0) break;
                  await boss.complete('nothing', jobs.map((job) => job.id));
                  left -= jobs.length;
                }
              };
              await Promise.all([worker(), worker(), worker(), worker()]);
              if (left !== 0) throw new Error(left + ' left');
              const rate = n / seconds(began);
              await boss.stop({ graceful: false });
              return rate;
            }

            (async () => {
              const rate = mode === 'graphile-plain' ? await graphile({ concurrency: 24 })
                : mode === 'graphile-batched' ? await graphile({
                  preset: { worker: {
                    concurrentJobs: 24, maxPoolSize: 20, completeJobBatchDelay: 0, failJobBatchDelay: 0,
                    localQueue: { size: 500 },
                  } },
                })
                : await boss();
              console.log(rate);
              process.exit(0);
            })().catch((failure) => { console.error(failure); process.exit(1); });
            """;

    private final Path folder;
    private final Workbench workbench;

    private QueuePeers(Path folder, Workbench workbench) {
        this.folder = folder;
        this.workbench = workbench;
    }

    /** Installs them; empty where that cannot be done. */
    static Optional<QueuePeers> in(Workbench workbench) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(workbench.scratch("queue-peers"));
        Files.writeString(folder.resolve("package.json"), "{\"private\": true}");
        Files.writeString(folder.resolve("peers.js"), SCRIPT);
        String[] install = new String[PACKAGES.length + 5];
        System.arraycopy(
                new String[] {"npm", "install", "--no-audit", "--no-fund", "--no-package-lock"}, 0, install, 0, 5);
        System.arraycopy(PACKAGES, 0, install, 5, PACKAGES.length);
        try {
            Process npm = new ProcessBuilder(install)
                    .directory(folder.toFile())
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
            return npm.waitFor() == 0 ? Optional.of(new QueuePeers(folder, workbench)) : Optional.empty();
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    /** Jobs a second, in a database of its own. */
    double rate(String mode, int count) throws IOException, InterruptedException, SQLException {
        String database = "peer_" + UUID.randomUUID().toString().replace("-", "");
        superuser("create database " + database + " owner media_enricher_owner");
        superuser("checkpoint");
        try {
            Process node = new ProcessBuilder("node", "peers.js", mode, String.valueOf(count), url(database))
                    .directory(folder.toFile())
                    .redirectError(Redirect.INHERIT)
                    .start();
            String rate = new String(node.getInputStream().readAllBytes()).strip();
            if (node.waitFor() != 0) {
                throw new IllegalStateException(mode + " failed");
            }
            workbench.say("  %s: %,.0f jobs a second".formatted(mode, Double.parseDouble(rate)));
            return Double.parseDouble(rate);
        } finally {
            superuser("drop database " + database + " with (force)");
        }
    }

    private String url(String database) {
        var server = workbench.sandbox().database();
        return "postgresql://media_enricher_owner:" + server.ownerPassword() + "@127.0.0.1:" + server.port() + "/"
                + database;
    }

    private void superuser(String sql) throws SQLException {
        try (Connection superuser = workbench.sandbox().database().superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }
}

package org.mediaenricher.harness;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** How an {@link EmbeddedDatabase} is to be, before it starts. */
public final class EmbeddedDatabasePlan {
    private static final Duration LONGEST_START = Duration.ofSeconds(60);

    private final Path folder;
    private final boolean kept;
    private final Map<String, String> settings = new TreeMap<>();
    private int port;

    private EmbeddedDatabasePlan(Path folder, boolean kept) {
        this.folder = folder;
        this.kept = kept;
        setting("max_connections", "200");
        setting("unix_socket_directories", "");
        fsync(kept);
    }

    static EmbeddedDatabasePlan kept(Path folder) {
        return new EmbeddedDatabasePlan(folder, true);
    }

    static EmbeddedDatabasePlan temporary() {
        return new EmbeddedDatabasePlan(Project.target().resolve("databases/" + UUID.randomUUID()), false);
    }

    /** Whether a commit waits until it is on the disk. */
    public EmbeddedDatabasePlan fsync(boolean on) {
        return setting("fsync", on ? "on" : "off");
    }

    /** A setting of the server, such as {@code shared_buffers}; the value without blanks. */
    public EmbeddedDatabasePlan setting(String name, String value) {
        settings.put(name, value);
        return this;
    }

    /** A port of the caller's choice, so that a second start is found where the first one was. */
    public EmbeddedDatabasePlan port(int chosen) {
        this.port = chosen;
        return this;
    }

    /** Starts it and waits until it answers. What a killed start left running in the folder is ended first. */
    public EmbeddedDatabase start() {
        QuietLogs.set();
        Leftover leftover = Leftover.in(folder);
        leftover.end();
        Path made = folder.resolve("made");
        if (!Files.exists(made)) {
            Folders.remove(folder.resolve("data")); // an initdb that was cut short
        }
        EmbeddedDatabase database = EndAtExit.begin(() -> launch(leftover));
        if (!Files.exists(made)) {
            createDatabase(database);
            Folders.writeSecret(made, "");
        }
        return database;
    }

    private EmbeddedDatabase launch(Leftover leftover) {
        Path passwordFile = folder.resolve("passwords");
        EmbeddedPostgres postgres = launch(DatabasePasswords.in(passwordFile));
        ProcessHandle postmaster = postmaster();
        leftover.remember(postmaster);
        return new EmbeddedDatabase(postgres, postmaster, passwordFile, () -> cleanUp(leftover));
    }

    private EmbeddedPostgres launch(DatabasePasswords passwords) {
        Path binaries = Project.target().resolve("postgresql");
        Path firstPassword = folder.resolve("first-password");
        Folders.writeSecret(firstPassword, passwords.superuser());
        Redirect log = Redirect.appendTo(folder.resolve("postgresql.log").toFile());
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(binaries.toFile())
                .setDataDirectory(folder.resolve("data"))
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(LONGEST_START)
                .setPort(port == 0 ? FreePorts.take(1).get(0) : port)
                .setLocaleConfig("locale", "C.UTF-8")
                .setLocaleConfig("auth-host", "scram-sha-256")
                .setLocaleConfig("auth-local", "scram-sha-256")
                .setLocaleConfig("pwfile", firstPassword.toString())
                .setConnectConfig("password", passwords.superuser())
                .setErrorRedirector(log)
                .setOutputRedirector(log);
        settings.forEach(builder::setServerConfig);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start, see " + log.file(), e);
        } finally {
            Folders.remove(firstPassword);
            ownerOnly(binaries);
        }
    }

    private static void createDatabase(EmbeddedDatabase database) {
        try (Connection superuser = database.superuser("postgres");
                Statement statement = superuser.createStatement()) {
            statement.execute("create role " + EmbeddedDatabase.OWNER + " login createrole bypassrls password '"
                    + database.ownerPassword() + "'");
            statement.execute("create database " + EmbeddedDatabase.NAME + " owner " + EmbeddedDatabase.OWNER);
        } catch (SQLException e) {
            throw new IllegalStateException("could not create the database", e);
        }
    }

    private ProcessHandle postmaster() {
        try {
            String pid =
                    Files.readAllLines(folder.resolve("data/postmaster.pid")).get(0);
            return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void cleanUp(Leftover leftover) {
        leftover.forget();
        if (!kept) {
            Folders.remove(folder);
        }
    }

    /** The library opens the folder with the binaries to everybody, who then could put others in their place. */
    private static void ownerOnly(Path binaries) {
        binaries.toFile().setWritable(false, false);
        binaries.toFile().setWritable(true, true);
    }
}

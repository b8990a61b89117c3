package org.mediaenricher.harness;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/**
 * A real PostgreSQL of our own, reached over TCP on this machine only, with passwords. Runs as root too. Like
 * on a hosted PostgreSQL, the owner of database and schema is no superuser: it may make roles and passes by
 * the policies, that is all.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    /** The name of the database. */
    public static final String NAME = "media_enricher";

    /** The role that owns database and schema. */
    public static final String OWNER = "media_enricher_owner";

    /** The role the server logs in with. */
    public static final String LOGIN = "media_enricher";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final EmbeddedPostgres postgres;
    private final ProcessHandle postmaster;
    private final Path passwordFile;
    private final DatabasePasswords passwords;
    private final Runnable afterwards;

    EmbeddedDatabase(EmbeddedPostgres postgres, ProcessHandle postmaster, Path passwordFile, Runnable afterwards) {
        this.postgres = postgres;
        this.postmaster = postmaster;
        this.passwordFile = passwordFile;
        this.passwords = DatabasePasswords.in(passwordFile);
        this.afterwards = afterwards;
    }

    /** One whose data stay in the folder from start to start. Every commit reaches the disk, unless told otherwise. */
    public static EmbeddedDatabasePlan in(Path folder) {
        return EmbeddedDatabasePlan.kept(folder);
    }

    /** One for a test: quick rather than durable, and gone with all its data when closed. */
    public static EmbeddedDatabasePlan temporary() {
        return EmbeddedDatabasePlan.temporary();
    }

    /** Where it is, for a driver. */
    public String url() {
        return "jdbc:postgresql://localhost:" + port() + "/" + NAME;
    }

    /** The port it listens on. */
    public int port() {
        return postgres.getPort();
    }

    /** The postmaster, for tests that stop, freeze or kill it. */
    public ProcessHandle postmaster() {
        return postmaster;
    }

    /** SIGSTOP to all its processes: what is connected stays connected, and gets no answer. */
    public void suspend() {
        Signals.send("STOP", postmaster); // first, so that no more of them are made
        postmaster.descendants().forEach(process -> Signals.send("STOP", process));
    }

    /** SIGCONT. */
    public void resume() {
        postmaster.descendants().forEach(process -> Signals.send("CONT", process));
        Signals.send("CONT", postmaster);
    }

    /** The file with all passwords, for {@code PGPASSFILE}. */
    public Path passwordFile() {
        return passwordFile;
    }

    /** The password of {@link #LOGIN}; works once {@link Schema} has been applied. */
    public String loginPassword() {
        return passwords.login();
    }

    /** The password of {@link #OWNER}. */
    public String ownerPassword() {
        return passwords.owner();
    }

    /** A connection as the owner. */
    public Connection owner() throws SQLException {
        return connect(OWNER, passwords.owner(), NAME);
    }

    /** A connection as the server would have it. */
    public Connection login() throws SQLException {
        return connect(LOGIN, passwords.login(), NAME);
    }

    /** A connection that may do everything, for extensions and statistics. */
    public Connection superuser() throws SQLException {
        return superuser(NAME);
    }

    Connection superuser(String name) throws SQLException {
        return connect("postgres", passwords.superuser(), name);
    }

    private Connection connect(String user, String password, String name) throws SQLException {
        return postgres.getDatabase(user, name, Map.of("password", password)).getConnection();
    }

    /** Ends it: sessions are cut off, what is committed is on the disk. Without effect the second time. */
    @Override
    public void close() {
        EndAtExit.forget(this);
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!Processes.isGoneWithin(postmaster, PATIENCE)) {
            Processes.kill(postmaster);
        }
        afterwards.run();
    }

    @Override
    public String toString() {
        return "PostgreSQL on port " + port();
    }
}

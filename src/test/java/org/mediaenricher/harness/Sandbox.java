package org.mediaenricher.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * The usual arrangement: a database with the schema, the configured server, a filesystem store, keys, and a
 * tenant. Nodes are planned here, so that all of them share the same. Closing ends the nodes first.
 */
public final class Sandbox implements AutoCloseable {
    /** The tenant that is always there. */
    public static final UUID TENANT = UUID.fromString("11111111-1111-4111-8111-111111111111");

    /** Who issues the tokens. */
    public static final String ISSUER = "https://sandbox.example.org/auth/v1";

    private final Path folder;
    private final EmbeddedDatabase database;
    private final Keys keys;
    private final Tokens tokens;
    private final Deque<ServerNode> nodes = new ArrayDeque<>();

    private Sandbox(Path folder, EmbeddedDatabase database) {
        this.folder = folder;
        this.database = database;
        this.keys = Keys.in(folder.resolve("keys"));
        this.tokens = new Tokens(keys, ISSUER);
    }

    /**
     * Opens one in a folder; what is there from an earlier one is used again.
     *
     * @param database tunes the database, which is kept in the folder
     */
    public static Sandbox in(Path folder, UnaryOperator<EmbeddedDatabasePlan> database) {
        EmbeddedDatabase started =
                database.apply(EmbeddedDatabase.in(folder.resolve("database"))).start();
        try {
            return new Sandbox(folder, started).furnish();
        } catch (RuntimeException e) {
            started.close();
            throw e;
        }
    }

    /** As {@link #in(Path, UnaryOperator)}, with the database as it is by default. */
    public static Sandbox in(Path folder) {
        return in(folder, UnaryOperator.identity());
    }

    private Sandbox furnish() {
        Schema.apply(database);
        Folders.make(storeRoot());
        tenant(TENANT, "Sandbox");
        return this;
    }

    /** Where all of it lies. */
    public Path folder() {
        return folder;
    }

    /** The database. */
    public EmbeddedDatabase database() {
        return database;
    }

    /** The folder whose folders, or links to folders, are the buckets. */
    public Path storeRoot() {
        return folder.resolve("store");
    }

    /** What the first admin signs in to the console with, by the name of {@code admin}. */
    public String firstAdminPassword() {
        return keys.firstAdminPassword();
    }

    /** Whoever signs the tokens. */
    public Tokens tokens() {
        return tokens;
    }

    /** Makes a tenant, if it is not there. */
    public void tenant(UUID id, String name) {
        asOwner("insert into public.tenants (id, name) values (?, ?) on conflict do nothing", id, name);
    }

    /** Makes a bucket of {@link #TENANT} and its folder, if they are not there, and answers the folder. */
    public Path bucket(String name) {
        return bucket(TENANT, name, name);
    }

    /**
     * Makes a tenant's bucket and its folder, if they are not there, and answers the folder.
     *
     * @param location the folder's name under {@link #storeRoot}
     */
    public Path bucket(UUID tenant, String name, String location) {
        asOwner(
                "insert into public.buckets (tenant_id, name, location) values (?, ?, ?) on conflict do nothing",
                tenant,
                name,
                location);
        Path place = storeRoot().resolve(location);
        return Files.isDirectory(place) ? place : Folders.make(place);
    }

    /** A bucket of {@link #TENANT} whose objects lie in a folder elsewhere, which is read where it is. */
    public void bucketAt(String name, Path elsewhere) {
        Path link = storeRoot().resolve(name);
        try {
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, elsewhere.toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        bucket(name);
    }

    /** The plan of a node on this database and store. */
    public ServerNodePlan plan(String name) {
        ServerNodePlan plan = ServerNode.plan(Distribution.ready(), folder.resolve(name), name);
        settings().forEach(plan::setting);
        return plan;
    }

    /** The settings of a server on this database and store, by their MicroProfile Config names. */
    public Map<String, String> settings() {
        return Map.of(
                "mediaenricher.database.url", database.url(),
                "mediaenricher.database.user", EmbeddedDatabase.LOGIN,
                "mediaenricher.database.password", database.loginPassword(),
                "mediaenricher.storage.kind", "filesystem",
                "mediaenricher.storage.filesystem.root", storeRoot().toString(),
                "mediaenricher.security.jwt-public-key", keys.publicKeyFile().toString(),
                "mediaenricher.security.jwt-secret", keys.secret(),
                "mediaenricher.security.jwks-file", keys.jwksFile().toString(),
                "mediaenricher.security.issuer", ISSUER,
                "mediaenricher.security.first-admin-password", keys.firstAdminPassword());
    }

    /** Starts a node, which the sandbox ends with itself. */
    public ServerNode start(ServerNodePlan plan) {
        ServerNode node = plan.build();
        nodes.push(node);
        return node.start();
    }

    /** A caller of the API who may do everything in {@link #TENANT}, for an hour. */
    public Api admin(ServerNode node) {
        return Api.bearer(node.address(), tokens.user(TENANT, "admin").sign());
    }

    private void asOwner(String sql, Object... values) {
        try (Connection owner = database.owner();
                PreparedStatement statement = owner.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Which database, on which port. */
    @Override
    public String toString() {
        return database.toString();
    }

    @Override
    public void close() {
        nodes.forEach(ServerNode::close);
        database.close();
    }
}

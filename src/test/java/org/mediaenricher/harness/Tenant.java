package org.mediaenricher.harness;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** A tenant of a test's own: its buckets, its callers, its runs and its rows. */
public final class Tenant {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final List<String> ACTIVE = List.of("pending", "running", "stopping");

    private final Sandbox sandbox;
    private final ServerNode node;
    private final UUID id = UUID.randomUUID();

    private Tenant(Sandbox sandbox, ServerNode node) {
        this.sandbox = sandbox;
        this.node = node;
        sandbox.tenant(id, "Tenant of a test");
    }

    /** On the testbed's shared node. */
    public static Tenant fresh() {
        return on(Testbed.sandbox(), Testbed.node());
    }

    /** On a node of the test's own. */
    public static Tenant on(Sandbox sandbox, ServerNode node) {
        return new Tenant(sandbox, node);
    }

    /** Its id. */
    public UUID id() {
        return id;
    }

    /** Makes a bucket and answers its folder. */
    public Path bucket(String name) {
        return sandbox.bucket(id, name, id + "-" + name);
    }

    /** Who may do everything here. */
    public Api admin() {
        return caller("admin");
    }

    /** Who may do what a {@code user_role} allows. */
    public Api caller(String userRole) {
        return Api.bearer(node.address(), token(userRole).sign());
    }

    /** A token of this tenant, not yet signed. */
    public Tokens.Draft token(String userRole) {
        return sandbox.tokens().user(id, userRole);
    }

    /**
     * Opens a run and answers its id.
     *
     * @param query such as {@code bucket=photos&mode=all}
     */
    public String open(String query) {
        Api.Answer answer = admin().post("/media-enricher/backfill?" + query, "{}");
        if (answer.status() != 202) {
            throw new IllegalStateException(answer.status() + " " + answer.body());
        }
        return answer.json().get("id").asText();
    }

    /** A run as the API tells it now. */
    public JsonNode run(String run) {
        return admin().get("/media-enricher/runs/" + run).json();
    }

    /** Waits until a run is as wanted; an answer that is no run, for the database is away, is waited over. */
    public JsonNode await(String run, Predicate<JsonNode> wanted) {
        return Awaitility.await("run " + run)
                .pollInSameThread()
                .pollInterval(Duration.ofMillis(50))
                .atMost(PATIENCE)
                .until(() -> run(run), now -> now.has("id") && wanted.test(now));
    }

    /** Waits until a run has ended, whichever way. */
    public JsonNode ended(String run) {
        return await(run, now -> !ACTIVE.contains(now.get("status").asText()));
    }

    /** Opens a run and waits for its end. */
    public JsonNode backfill(String query) {
        return ended(open(query));
    }

    /** Asks the database as its owner, past all policies. */
    public List<Map<String, Object>> rows(String sql, Object... values) {
        try (Connection owner = sandbox.database().owner()) {
            return Rows.of(owner, sql, values);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One number as the superuser sees it, who alone is told what the sessions of others do. */
    public long numberOfAll(String sql, Object... values) {
        try (Connection superuser = sandbox.database().superuser()) {
            return (Long)
                    Rows.of(superuser, sql, values).get(0).values().iterator().next();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** This tenant's assets, by path. */
    public List<Map<String, Object>> assets() {
        return rows("select * from public.media_assets where tenant_id = ? order by path", id);
    }

    /** One number from the database. */
    public long number(String sql, Object... values) {
        return ((Number) rows(sql, values).get(0).values().iterator().next()).longValue();
    }

    /** The number that the last of several statements answers. */
    public long lastNumber(String statements) {
        try (Connection owner = sandbox.database().owner();
                Statement statement = owner.createStatement()) {
            statement.execute(statements);
            while (statement.getResultSet() == null) {
                statement.getMoreResults();
            }
            try (ResultSet row = statement.getResultSet()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lets nobody write to a table until closed. */
    public TableLock lock(String table) {
        return TableLock.on(sandbox.database(), table);
    }
}

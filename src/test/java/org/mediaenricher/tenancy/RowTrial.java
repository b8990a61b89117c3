package org.mediaenricher.tenancy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mediaenricher.harness.EmbeddedDatabase;
import org.mediaenricher.harness.Rows;

/** Two tenants with the rows of {@code rows.sql}, and what an actor gets of them. Nothing tried is ever committed. */
final class RowTrial implements AutoCloseable {
    private static final String ENTER = """
            select set_config('role', ?, true), set_config('request.jwt.claims', ?, true)
            """;

    /** What PostgreSQL answers instead of a number of rows; the last two only to whom its policies let by. */
    private static final Map<String, String> WORDS =
            Map.of("42501", "refused", "23503", "referenced", "23505", "exists");

    private static final Pattern UPDATE = Pattern.compile("update\\((?<column>\\w+)\\)");

    private final Connection login;
    private final Map<String, TriedRows> rows = TriedRows.byTable();
    private final UUID own = UUID.randomUUID();
    private final UUID foreign = UUID.randomUUID();

    RowTrial(EmbeddedDatabase database) throws SQLException {
        this.login = database.login();
        login.setAutoCommit(false);
        try (Connection owner = database.owner()) {
            fill(owner, own);
            fill(owner, foreign);
        }
    }

    private void fill(Connection owner, UUID tenant) {
        rows.values().forEach(table -> {
            for (int n = 1; n <= table.count(); n++) {
                Rows.of(owner, table.insert(), tenant, n);
            }
        });
    }

    /** The number of rows an actor reads or writes, or the word for what keeps them from it. */
    String outcome(Actor actor, Expectation tried) throws SQLException {
        return outcome(actor.scope(own), tried.table(), "own".equals(tried.whose()) ? own : foreign, tried.operation());
    }

    /** As an actor whose own tenant is {@link #own()}. */
    String outcome(RowScope scope, String table, UUID whose, String operation) throws SQLException {
        Rows.of(login, ENTER, scope.role(), scope.claims());
        try (PreparedStatement statement = statement(table, whose, operation)) {
            int count = statement.execute() ? first(statement) : statement.getUpdateCount();
            Rows.of(login, "set constraints all immediate");
            return Integer.toString(count);
        } catch (SQLException e) {
            return WORDS.getOrDefault(e.getSQLState(), e.getMessage());
        } finally {
            login.rollback();
        }
    }

    private PreparedStatement statement(String table, UUID whose, String operation) throws SQLException {
        String key = table.equals("public.tenants") ? "id" : "tenant_id";
        PreparedStatement statement = login.prepareStatement(sql(table, key, operation));
        statement.setObject(1, whose);
        if (operation.equals("insert")) {
            statement.setInt(2, rows.get(table).count() + 1);
        }
        return statement;
    }

    private String sql(String table, String key, String operation) {
        Matcher update = UPDATE.matcher(operation);
        if (update.matches()) {
            return "update %1$s set %3$s = %3$s where %2$s = ?".formatted(table, key, update.group("column"));
        }
        return switch (operation) {
            case "select" -> "select count(*) from %s where %s = ?".formatted(table, key);
            case "delete" -> "delete from %s where %s = ?".formatted(table, key);
            case "insert" -> rows.get(table).insert();
            case "move" -> "update %1$s set %2$s = '%3$s' where %2$s = ?".formatted(table, key, foreign);
            default -> throw new IllegalArgumentException(operation);
        };
    }

    private static int first(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.getResultSet()) {
            row.next();
            return row.getInt(1);
        }
    }

    /** The tenant of the actors. */
    UUID own() {
        return own;
    }

    @Override
    public void close() throws SQLException {
        login.close();
    }
}

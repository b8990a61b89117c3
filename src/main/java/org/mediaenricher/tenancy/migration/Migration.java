package org.mediaenricher.tenancy.migration;

import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.command.CommandScope;
import liquibase.command.core.ReleaseLocksCommandStep;
import liquibase.command.core.UpdateCommandStep;
import liquibase.command.core.helpers.ChangeExecListenerCommandStep;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.command.core.helpers.ShowSummaryArgument;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.exception.CommandExecutionException;
import liquibase.exception.DatabaseException;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.ui.LoggerUIService;

/**
 * Brings a database up to date. Of several at once on one database one works and the others wait; a changeset is applied
 * whole or not at all, even when the process is killed, and the next to come goes on at once.
 */
public final class Migration {
    /** Any number that nobody else locks in this database. Ends with the session, and so with the process. */
    private static final String ONE_AT_A_TIME = "select pg_advisory_lock(20260101)";

    /**
     * The session notices within seconds that its process or its machine is gone. By itself PostgreSQL looks only when
     * it has something to send: a statement that waits would wait on, and hold the lock.
     */
    private static final String NOTICE_A_DEAD_CLIENT = """
            set client_connection_check_interval = '1s';
            set tcp_keepalives_idle = 10;
            set tcp_keepalives_interval = 5;
            set tcp_keepalives_count = 3
            """;

    static {
        System.setProperty("liquibase.analytics.enabled", "false"); // tells its maker nothing
    }

    private Migration() {}

    /**
     * @param owner a connection of nobody else, with the owner's rights, to PostgreSQL itself rather than to a pooler
     *     that shares sessions; it is of no use afterwards
     * @param changelogs the folder with {@code changelog.xml}
     * @return how many changesets were applied
     */
    public static int apply(Connection owner, Path changelogs) throws Exception {
        owner.setAutoCommit(true);
        noticeDeadClient(owner);
        try (Statement statement = owner.createStatement()) {
            statement.execute(ONE_AT_A_TIME);
        }
        WholeChangesets connection = new WholeChangesets(owner);
        Map<String, Object> here = Map.of(
                Scope.Attr.ui.name(),
                new LoggerUIService(),
                Scope.Attr.resourceAccessor.name(),
                new DirectoryResourceAccessor(changelogs));
        Scope.child(here, () -> update(connection));
        return connection.applied();
    }

    private static void noticeDeadClient(Connection owner) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(NOTICE_A_DEAD_CLIENT);
        } catch (SQLException e) {
            if (!"22023".equals(e.getSQLState())) { // a PostgreSQL on Windows cannot look
                throw e;
            }
        }
    }

    private static void update(WholeChangesets connection) throws CommandExecutionException, DatabaseException {
        Database target = DatabaseFactory.getInstance().findCorrectDatabaseImplementation(connection);
        // We have the lock that counts, so Liquibase's own is that of an update that was cut short.
        run(new CommandScope(ReleaseLocksCommandStep.COMMAND_NAME[0]), target);
        run(
                new CommandScope(UpdateCommandStep.COMMAND_NAME)
                        .addArgumentValue(UpdateCommandStep.CHANGELOG_FILE_ARG, "changelog.xml")
                        .addArgumentValue(ChangeExecListenerCommandStep.CHANGE_EXEC_LISTENER_ARG, connection.listener())
                        .addArgumentValue(ShowSummaryArgument.SHOW_SUMMARY, UpdateSummaryEnum.OFF),
                target);
    }

    private static void run(CommandScope command, Database target) throws CommandExecutionException {
        command.addArgumentValue(DbUrlConnectionArgumentsCommandStep.DATABASE_ARG, target)
                .setOutput(OutputStream.nullOutputStream())
                .execute();
    }
}

package org.mediaenricher.harness;

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
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.command.core.helpers.ShowSummaryArgument;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.CommandExecutionException;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.ui.LoggerUIService;

/** The schema as {@code liquibase/changelog.xml} has it, applied with the owner's credentials. */
public final class Schema {
    static {
        System.setProperty("liquibase.analytics.enabled", "false"); // tells its maker nothing
    }

    private Schema() {}

    /** Brings the database up to date, and lets the server log in. */
    public static void apply(EmbeddedDatabase database) {
        apply(database, Project.root().resolve("liquibase"));
    }

    /** The same from another folder with a {@code changelog.xml}, such as that of an older version. */
    public static void apply(EmbeddedDatabase database, Path changelogs) {
        QuietLogs.set();
        try (Connection owner = database.owner()) {
            update(owner, changelogs);
        } catch (Exception e) {
            throw new IllegalStateException("could not apply liquibase/changelog.xml", e);
        }
        letLogin(database);
    }

    private static void update(Connection owner, Path changelogs) throws Exception {
        Map<String, Object> here = Map.of(
                Scope.Attr.ui.name(),
                new LoggerUIService(),
                Scope.Attr.resourceAccessor.name(),
                new DirectoryResourceAccessor(changelogs));
        Scope.child(here, () -> {
            Database target =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(owner));
            // The database is ours alone, so a lock on the changelog is that of an update that was cut short.
            run(new CommandScope(ReleaseLocksCommandStep.COMMAND_NAME[0]), target);
            run(
                    new CommandScope(UpdateCommandStep.COMMAND_NAME)
                            .addArgumentValue(UpdateCommandStep.CHANGELOG_FILE_ARG, "changelog.xml")
                            .addArgumentValue(ShowSummaryArgument.SHOW_SUMMARY, UpdateSummaryEnum.OFF),
                    target);
        });
    }

    private static void run(CommandScope command, Database target) throws CommandExecutionException {
        command.addArgumentValue(DbUrlConnectionArgumentsCommandStep.DATABASE_ARG, target)
                .setOutput(OutputStream.nullOutputStream())
                .execute();
    }

    private static void letLogin(EmbeddedDatabase database) {
        try (Connection owner = database.owner();
                Statement statement = owner.createStatement()) {
            statement.execute("alter role " + EmbeddedDatabase.LOGIN + " login password '" + database.loginPassword()
                    + "'"); // no parameters in DDL; the password is generated and holds no quote
        } catch (SQLException e) {
            throw new IllegalStateException("the login role cannot be let in", e);
        }
    }
}

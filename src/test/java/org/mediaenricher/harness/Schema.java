package org.mediaenricher.harness;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.mediaenricher.tenancy.migration.Migration;

/** The schema as {@code liquibase/changelog.xml} has it, applied with the owner's credentials. */
public final class Schema {
    private Schema() {}

    /** Brings the database up to date, and lets the server log in. */
    public static void apply(EmbeddedDatabase database) {
        apply(database, Project.root().resolve("liquibase"));
    }

    /** The same from another folder with a {@code changelog.xml}, such as that of an older version. */
    public static void apply(EmbeddedDatabase database, Path changelogs) {
        QuietLogs.set();
        try (Connection owner = database.owner()) {
            Migration.apply(owner, changelogs);
        } catch (Exception e) {
            throw new IllegalStateException("could not apply liquibase/changelog.xml", e);
        }
        letLogin(database);
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

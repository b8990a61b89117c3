package org.mediaenricher.tenancy.migration;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What {@code migrate.sh} starts: takes the folder of the changelog, and who owns the database from the environment. */
public final class MigrateMain {
    private static final Logger LOG = Logger.getLogger(MigrateMain.class.getName());

    /** Held, for otherwise it is forgotten, and its level with it: it tells every step. */
    private static final Logger LIQUIBASE = Logger.getLogger("liquibase");

    private MigrateMain() {}

    /** Ends with 0 when the database is up to date, and with 1 and the reason when it could not be brought there. */
    public static void main(String[] arguments) {
        LIQUIBASE.setLevel(Level.WARNING);
        try (Connection owner = DriverManager.getConnection(
                System.getenv("DATABASE_URL"),
                System.getenv("DATABASE_OWNER"),
                System.getenv("DATABASE_OWNER_PASSWORD"))) {
            int applied = Migration.apply(owner, Path.of(arguments[0]));
            LOG.info(() -> "the database is up to date; changesets applied: " + applied);
        } catch (Exception e) {
            LOG.severe(() -> "the database is not up to date: " + e.getMessage());
            System.exit(1);
        }
    }
}

package org.mediaenricher.tenancy;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The one database: its name in the server, and whether it answers. */
@ApplicationScoped
public class Database {
    /** The datasource of {@code server-config/20-database.cli}. */
    public static final String JNDI = "java:jboss/datasources/MediaEnricher";

    private static final int SECONDS_TO_ANSWER = 2;

    @Resource(lookup = JNDI)
    private DataSource database;

    /** Tells whether the database answers within two seconds. */
    public boolean answers() {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(SECONDS_TO_ANSWER);
        } catch (SQLException e) {
            return false;
        }
    }
}
